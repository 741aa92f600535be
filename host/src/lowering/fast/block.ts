/** Columns of bytes as one block in the guest's memory. */
import { type BytesColumn, copyBytes } from '../../data/bytes-column.ts';

/** Where the values of a column lie: in one piece from `first`, or each somewhere (-1). */
export interface Block {
  total: number;
  first: number;
}

/** Writes where the values end, without gaps between them; those beyond the column are empty. */
export function storeEnds(column: BytesColumn, to: Uint32Array, at: number, length: number): Block {
  const { starts, ends } = column;
  const rows = Math.min(column.length, length);
  let total = 0;
  let first = 0;
  let next = -1;
  for (let row = 0; row < rows; row++) {
    const start = starts[row]!;
    const end = ends[row]!;
    if (end > start) {
      if (next < 0) first = start;
      else if (start !== next) first = -1;
      next = end;
      total += end - start;
    }
    to[at + row] = total;
  }
  for (let row = rows; row < length; row++) to[at + row] = total;
  return { total, first };
}

/** Copies the values one after the other. */
export function storeValues(
  column: BytesColumn,
  block: Block,
  to: Uint8Array,
  at: number,
  length: number,
): void {
  const { data, starts, ends } = column;
  if (block.first >= 0) {
    copyBytes(data, block.first, block.first + block.total, to, at);
    return;
  }
  const rows = Math.min(column.length, length);
  for (let row = 0; row < rows; row++) {
    const start = starts[row]!;
    const end = ends[row]!;
    copyBytes(data, start, end, to, at);
    at += end - start;
  }
}
