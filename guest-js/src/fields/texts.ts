/**
 * Whole columns of text, looked at in few steps: QuickJS interprets a loop, but joins texts and searches them natively.
 */
import { text } from '../range.ts';

/** Characters of a column up to which it is joined: not more memory than this for a look at it. */
const joinable = 2 ** 20;

/** All of them as one text with spaces between; undefined when that would be long. Fails with `out-of-range` for what is no string. */
function joined(values: readonly string[]): string | undefined {
  let length = 0;
  for (let at = 0; at < values.length; at++) {
    const value = values[at] as string;
    length += (typeof value === 'string' ? value : text(value)).length;
  }
  return length < joinable ? values.join(' ') : undefined;
}

/** Each as `text` of range has it: the same array when all are well-formed. Fails with `out-of-range` for what is no string. */
export function wellFormed(values: readonly string[]): readonly string[] {
  const fine = joined(values)?.isWellFormed() ?? values.every((value) => value.isWellFormed());
  return fine ? values : values.map(text);
}

/** Whether they differ somewhere. There are as many of one as of the other. */
export function differ(before: readonly string[], after: readonly string[]): boolean {
  for (let at = 0; at < before.length; at++) if (before[at] !== after[at]) return true;
  return false;
}

/** Whether this part is in one of them; it has no space in it. All of them are strings. */
export function someHas(values: readonly string[], part: string): boolean {
  const all = joined(values);
  if (all === undefined) return values.some((value) => value.includes(part));
  // The fastest search of QuickJS is that of split.
  return all.split(part, 2).length > 1;
}
