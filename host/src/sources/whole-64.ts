import { lowHalf } from '../data/low-half.ts';
import type { NumberColumn } from '../data/number-column.ts';

const two16 = 0x1_0000;
const two32 = 0x1_0000_0000;

/** A column's 64-bit numbers as halves of 32 bits: writing these saves a bigint each. */
export class Halves {
  private column: NumberColumn | undefined;
  private values: Uint32Array = new Uint32Array(0);

  /** Stores a number. Both halves are taken modulo 2^32. */
  set(column: NumberColumn, row: number, lower: number, upper: number): void {
    if (column !== this.column) {
      const { buffer, byteOffset, length } = column.values;
      this.column = column;
      this.values = new Uint32Array(buffer, byteOffset, length * 2);
    }
    this.values[row * 2 + lowHalf] = lower;
    this.values[row * 2 + 1 - lowHalf] = upper;
    if (column.valid !== null) column.valid[row] = 1;
  }
}

/** Stores a whole number between -2^53 and 2^53. */
export function setSafe64(halves: Halves, column: NumberColumn, row: number, value: number): void {
  halves.set(column, row, value, Math.floor(value / two32));
}

/**
 * Stores `high * scale + low`, which is beyond 2^53. `high` is at most 10^10, `scale` a power of ten up to 10^9, `low`
 * below it. Computed in parts of which none is beyond 2^53.
 */
export function setLarge64(
  halves: Halves,
  column: NumberColumn,
  row: number,
  high: number,
  scale: number,
  low: number,
): void {
  const upper = Math.floor(high / two16) * scale;
  const lower = (high % two16) * scale + low;
  const rest = (upper % two16) * two16 + lower;
  halves.set(column, row, rest % two32, Math.floor(upper / two16) + Math.floor(rest / two32));
}
