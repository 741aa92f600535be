import type { Limits } from '../limits.ts';
import type { Field } from './field.ts';

/** The caps on values of text and bytes. */
export type ByteLimits = Readonly<Pick<Limits, 'maxValueBytes' | 'maxColumnBytes'>>;

/**
 * What a text, bytes or other field stores for a value: strings for text and other, bytes for text and bytes. Values of a
 * fixed size are filled up with NUL, and longer ones do not fit, nor do strings with a NUL in them. Nothing when it does
 * not fit.
 */
export function storedBytes(field: Field, value: unknown): string | Uint8Array | undefined {
  const { kind, fixedSize } = field;
  if (typeof value === 'string') {
    if (kind === 'bytes') return undefined;
    if (fixedSize === undefined) return value;
    return value.includes('\0') ? undefined : padded(Buffer.from(value), fixedSize);
  }
  if (!(value instanceof Uint8Array) || kind === 'other') return undefined;
  return fixedSize === undefined ? value : padded(value, fixedSize);
}

/** Throws for a value of so many bytes, or a column of so many with it, that are more than the caps. */
export function checkBytes(
  field: Field,
  row: number,
  value: number,
  column: number,
  limits: ByteLimits,
): void {
  const { maxValueBytes, maxColumnBytes } = limits;
  if (value > maxValueBytes)
    throw new RangeError(`row ${row}: ${value} bytes for ${field.name}, ${maxValueBytes} are the most`);
  if (column > maxColumnBytes)
    throw new RangeError(`${column} bytes for all of ${field.name}, ${maxColumnBytes} are the most`);
}

/** A value filled up with NUL bytes to a fixed size; nothing when it is longer. */
export function padded(value: Uint8Array, size: number): Uint8Array | undefined {
  if (value.length === size) return value;
  if (value.length > size) return undefined;
  const filled = new Uint8Array(size);
  filled.set(value);
  return filled;
}
