import { readFileSync } from 'node:fs';
import { join, matchesGlob } from 'node:path';
import type { Language } from '../case.ts';

/** What a language cannot reach: by pattern, such as `field.*: expired`, the reason. */
export type Exceptions = Readonly<Record<Language, Readonly<Record<string, string>>>>;

/** From unreached.json. */
export function readExceptions(): Exceptions {
  return JSON.parse(readFileSync(join(import.meta.dirname, 'unreached.json'), 'utf8')) as Exceptions;
}

/** What is wrong with a language's coverage: what is neither reached nor excepted, and exceptions that are needless. */
export function coverageProblems(
  required: readonly string[],
  reached: ReadonlySet<string>,
  exceptions: Readonly<Record<string, string>>,
): string[] {
  const patterns = Object.keys(exceptions);
  const missing = required.filter((outcome) => !reached.has(outcome));
  return [
    ...missing
      .filter((outcome) => !patterns.some((pattern) => matchesGlob(outcome, pattern)))
      .map((outcome) => `${outcome} is shown by no case`),
    ...patterns
      .filter((pattern) => !missing.some((outcome) => matchesGlob(outcome, pattern)))
      .map((pattern) => `${pattern} is listed in unreached.json, and shown`),
  ];
}
