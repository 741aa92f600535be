import { didYouMean } from '../host/src/suggest.ts';
import { Refusal } from './refusal.ts';

/** Throws a {@link Refusal} for the first name that is not known, with the near one that may be meant. */
export function checkNames(names: readonly string[], known: readonly string[]): void {
  for (const name of names) {
    if (known.includes(name)) continue;
    const guess = didYouMean(name, known);
    throw new Refusal(`there is no workload ${name}${guess === undefined ? '' : `: ${guess}`} (see --list)`);
  }
}
