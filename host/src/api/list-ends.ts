/** Where lists end, as a guest says it: checked and copied. */
import type { Draft } from '../data/draft.ts';
import { fail } from './failure.ts';

/** A copy of `ends` with one number per row, which never fall and close at `count` elements; else `out-of-range`. */
export function listEnds(draft: Draft, ends: ArrayLike<number>, count: number): Uint32Array {
  if (ends.length !== draft.length)
    throw fail('out-of-range', `${ends.length} lists for a packet with ${draft.length} rows`);
  const own = ends instanceof Uint32Array ? ends.slice() : Uint32Array.from(ends);
  checkEnds(own, count, 'row', 'the elements');
  return own;
}

/** The ends of the values in a block, as {@link listEnds}; a copy only of what a native gadget could change. */
export function packedEnds(ends: ArrayLike<number>, length: number): Uint32Array {
  const own = ends instanceof Uint32Array ? ends : Uint32Array.from(ends);
  checkEnds(own, length, 'element', 'the data');
  return own;
}

function checkEnds(ends: Uint32Array, length: number, item: string, what: string): void {
  let start = 0;
  for (let i = 0; i < ends.length; i++) {
    const end = ends[i]!;
    if (end < start) throw fail('out-of-range', `ends falls at ${item} ${i}`);
    if (end > length) throw fail('out-of-range', `ends leaves ${what} at ${item} ${i}`);
    start = end;
  }
  if (start !== length) throw fail('out-of-range', `ends closes at ${start}, ${what} at ${length}`);
}
