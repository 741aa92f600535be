import { existsSync } from 'node:fs';
import path from 'node:path';
import { GadgetError } from '../errors.ts';

/** A language that gadgets are built from. */
export type Language = 'js' | 'rust' | 'go';

/** The files that tell a language, and the source's place in the words of a hint. */
const marks: Readonly<Record<Language, { files: readonly string[]; source: string }>> = {
  js: {
    files: ['gadget.ts', 'gadget.js', 'src/gadget.ts', 'src/gadget.js'],
    source: 'gadget.ts (or gadget.js, also in src)',
  },
  rust: { files: ['Cargo.toml'], source: 'Cargo.toml' },
  go: { files: ['go.mod'], source: 'go.mod' },
};

/**
 * The language of the source in a gadget's folder; undefined when there is none, as in a folder with nothing but a
 * component. Throws E_BUILD when there are two.
 */
export function languageOf(folder: string): Language | undefined {
  const found = (Object.keys(marks) as Language[]).filter((language) =>
    marks[language].files.some((file) => existsSync(path.join(folder, file))),
  );
  if (found.length > 1) {
    throw new GadgetError('E_BUILD', `${folder} holds source in two languages: ${found.join(' and ')}`, {
      hint: 'a gadget is written in one; give each a folder of its own',
      details: { languages: found },
    });
  }
  return found[0];
}

/** The same; throws E_BUILD when there is no source. */
export function requireLanguage(folder: string): Language {
  const language = languageOf(folder);
  if (language !== undefined) return language;
  throw new GadgetError('E_BUILD', `${folder} holds no source to build`, { hint: sourceHint() });
}

/** Where each language's source is expected. */
export function sourceHint(): string {
  const places = Object.values(marks).map(({ source }) => source);
  return `a gadget's source is ${places.join(', or ')}`;
}
