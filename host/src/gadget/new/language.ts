import { GadgetError } from '../../errors.ts';
import { didYouMean } from '../../suggest.ts';
import type { Language } from '../language.ts';

const words: Readonly<Record<string, Language>> = { js: 'js', ts: 'js', rust: 'rust', go: 'go' };

/** The language that `--lang` names; `ts` is `js`, as TypeScript is what is made. Throws E_USAGE. */
export function languageNamed(word: string): Language {
  const language = Object.hasOwn(words, word) ? words[word] : undefined;
  if (language !== undefined) return language;
  throw new GadgetError('E_USAGE', `--lang: there is no language ${word === '' ? '""' : word}`, {
    hint: didYouMean(word, Object.keys(words)) ?? 'languages are js (TypeScript), rust and go',
  });
}
