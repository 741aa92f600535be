import { integerRange, type Kind } from './kind.ts';

const maxUint64 = 2n ** 64n - 1n;
const minInt64 = -(2n ** 63n);
const maxInt64 = 2n ** 63n - 1n;

/**
 * A number as a scalar column of `kind` stores it, or undefined when it does not fit: out of range, or a fraction for a
 * whole-number kind. Nothing is cut; float32 rounds.
 */
export function fitNumber(kind: Kind, value: number | bigint): number | bigint | undefined {
  if (kind === 'float64') return fitFloat(value);
  if (kind === 'float32') {
    const float = fitFloat(value);
    if (float === undefined) return undefined;
    return fitsFloat32(float) ? Math.fround(float) : undefined;
  }
  if (kind === 'uint64' || kind === 'int64') {
    if (typeof value === 'number' && !Number.isSafeInteger(value)) return undefined;
    const big = BigInt(value);
    const fits = kind === 'uint64' ? big >= 0n && big <= maxUint64 : big >= minInt64 && big <= maxInt64;
    return fits ? big : undefined;
  }
  const range = integerRange[kind];
  if (range === undefined) return undefined;
  const number = Number(value);
  // -0 is stored as 0.
  return Number.isInteger(number) && number >= range[0] && number <= range[1] ? number + 0 : undefined;
}

/** The same for a value as an embedder gives it: booleans fit boolean fields and only these. */
export function fitValue(kind: Kind, value: unknown): number | bigint | undefined {
  if (typeof value === 'boolean') return kind === 'boolean' ? Number(value) : undefined;
  if (kind === 'boolean' || (typeof value !== 'number' && typeof value !== 'bigint')) return undefined;
  return fitNumber(kind, value);
}

/** Whether a number is none that rounding to float32 turns into an infinity. */
export function fitsFloat32(value: number): boolean {
  return !Number.isFinite(value) || Number.isFinite(Math.fround(value));
}

function fitFloat(value: number | bigint): number | undefined {
  if (typeof value === 'number') return value;
  const number = Number(value);
  return Number.isFinite(number) && BigInt(number) === value ? number : undefined;
}
