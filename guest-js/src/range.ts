/**
 * Values are checked before they reach the bindings: those of QuickJS cut numbers to size without a word and kill the
 * instance over a wrong type.
 */
import { ApiError } from './api-error.ts';

function refuse(value: unknown, what: string): never {
  const shown = typeof value === 'string' ? JSON.stringify(value) : String(value);
  throw new ApiError('out-of-range', `${shown} is not ${what}`);
}

/** A row number or a count: a whole number of 32 bits. */
export function index(value: number, what: string): number {
  if (value !== value >>> 0) refuse(value, what);
  return value;
}

/** A whole number from -2^31 to 2^31 - 1. */
export function int32(value: number): number {
  if (value !== (value | 0)) refuse(value, 'a whole number that fits in 32 bits');
  return value | 0;
}

/** A whole number from 0 to 2^32 - 1. */
export function uint32(value: number): number {
  if (value !== value >>> 0) refuse(value, 'a whole number from 0 to 4294967295');
  return value;
}

/** A whole number from -2^63 to 2^63 - 1. */
export function int64(value: bigint): bigint {
  if (typeof value !== 'bigint' || BigInt.asIntN(64, value) !== value)
    refuse(value, 'a bigint from -2^63 to 2^63 - 1');
  return value;
}

/** A whole number from 0 to 2^64 - 1. */
export function uint64(value: bigint): bigint {
  if (typeof value !== 'bigint' || BigInt.asUintN(64, value) !== value)
    refuse(value, 'a bigint from 0 to 2^64 - 1');
  return value;
}

/** Any number, infinities and NaN included. */
export function float(value: number): number {
  if (typeof value !== 'number') refuse(value, 'a number');
  return value;
}

/** A number for a field of 64-bit integers. */
export function wholeNumber(value: number): bigint {
  if (!Number.isInteger(value)) refuse(value, 'a whole number');
  return BigInt(value);
}

/** False or true. */
export function boolean(value: boolean): boolean {
  if (typeof value !== 'boolean') refuse(value, 'a boolean');
  return value;
}

/** A text; what is no Unicode in it (half a surrogate pair) becomes U+FFFD. */
export function text(value: string): string {
  if (typeof value !== 'string') refuse(value, 'a string');
  return value.isWellFormed() ? value : value.toWellFormed();
}

/** Bytes. */
export function bytes(value: Uint8Array): Uint8Array {
  if (!(value instanceof Uint8Array)) refuse(value, 'a Uint8Array');
  return value;
}
