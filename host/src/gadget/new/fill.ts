import path from 'node:path';
import { shellWord } from '../../shell-word.ts';
import type { Sdk } from '../sdk.ts';
import { sortPackages } from './cargo-lock.ts';
import type { TemplateFile } from './template.ts';

/** What a template becomes a gadget with. */
export interface Filling {
  name: string;
  /** Where the gadget will lie: absolute, without links. */
  folder: string;
  sdk: Sdk;
  /** Whether the SDK is that of a checkout, and no command finds it unless told with `--api`. */
  api: boolean;
}

/**
 * Makes files of a gadget from those of a template. Templates are gadgets themselves, called `new-gadget`, that find the SDKs
 * from where they lie in the checkout: these words are replaced.
 */
export function fill(files: readonly TemplateFile[], filling: Filling): TemplateFile[] {
  return files.map(({ name, text }) => {
    const named = text.replaceAll('new-gadget', () => filling.name);
    return { name, text: fillers[name]?.(named, filling) ?? named };
  });
}

const fillers: Readonly<Record<string, (text: string, filling: Filling) => string>> = {
  'Cargo.lock': (text) => sortPackages(text),
  'Cargo.toml': (text, { folder, sdk }) =>
    put(text, '"../../../guest-rust"', JSON.stringify(way(folder, sdk.rust, sdk))),
  'go.mod': (text, { folder, sdk }) => put(text, '../../../guest-go', goPath(way(folder, sdk.go, sdk))),
  'tsconfig.json': (text, { folder, sdk }) =>
    put(
      put(text, '"../../../guest-js/src/index.ts"', JSON.stringify(way(folder, sdk.types, sdk))),
      '"../../../node_modules"',
      JSON.stringify(way(folder, sdk.typeRoot, sdk)),
    ),
  'README.md': (text, { folder, sdk, api }) => {
    const linked = text.replace(/\(\.\.\/\.\.\/\.\.\/guest-(js|rust|go)\/README\.md\)/, (_, language) => {
      const readme = path.join(sdk[language as 'js' | 'rust' | 'go'], 'README.md');
      return `(<${way(folder, readme, sdk)}>)`;
    });
    if (!api) return linked;
    const option = `--api ${shellWord(way(folder, sdk.home, sdk))}`;
    return linked.replaceAll(/gadget (?:run|build|inspect) \./g, (command) => `${command} ${option}`);
  },
};

/** Replaces what must be there: a template that has changed must not become a gadget with a path of nobody's. */
function put(text: string, word: string, by: string): string {
  if (!text.includes(word)) throw new Error(`the template does not hold ${word}`);
  return text.replace(word, () => by);
}

/** How `to` is written in the gadget's folder: relative as long as both lie in the SDK's home, and move together. */
function way(folder: string, to: string, { home }: Sdk): string {
  const up = path.relative(home, folder);
  if (up === '..' || up.startsWith(`..${path.sep}`) || path.isAbsolute(up)) return slashed(to);
  const relative = slashed(path.relative(folder, to));
  return relative.startsWith('../') ? relative : `./${relative}`;
}

function slashed(file: string): string {
  return file.replaceAll(path.sep, '/');
}

/** As `go mod edit` writes it. */
function goPath(file: string): string {
  return /^[\w./@+~-]+$/.test(file) ? file : JSON.stringify(file);
}
