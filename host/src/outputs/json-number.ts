import type { ByteBuffer } from './byte-buffer.ts';

const zero = 0x30;
const minus = 0x2d;
const billion = 1_000_000_000;

/** A whole number from 0 to 2^53. */
export function putUint(out: ByteBuffer, value: number): void {
  if (value >= billion) {
    const high = Math.floor(value / billion);
    putUint(out, high);
    putNine(out, value - high * billion);
    return;
  }
  const digits =
    value < 10000
      ? value < 100
        ? value < 10
          ? 1
          : 2
        : value < 1000
          ? 3
          : 4
      : value < 1_000_000
        ? value < 100_000
          ? 5
          : 6
        : value < 10_000_000
          ? 7
          : value < 100_000_000
            ? 8
            : 9;
  out.reserve(digits);
  const data = out.data;
  let rest = value | 0;
  for (let at = out.used + digits - 1; at >= out.used; at--) {
    const next = (rest / 10) | 0;
    data[at] = zero + rest - next * 10;
    rest = next;
  }
  out.used += digits;
}

/** A whole number from -2^53 to 2^53. */
export function putInt(out: ByteBuffer, value: number): void {
  if (value >= 0) return putUint(out, value);
  out.putByte(minus);
  putUint(out, -value);
}

/** An unsigned number of 64 bits from its halves, all digits, without a bigint. */
export function putUint64(out: ByteBuffer, high: number, low: number): void {
  if (high < 0x20_0000) return putUint(out, high * 0x1_0000_0000 + low);
  // Long division by a billion, 16 bits at a time, so that every step stays exact.
  const first = Math.floor(high / billion);
  let rest = (high - first * billion) * 0x1_0000 + (low >>> 16);
  const second = Math.floor(rest / billion);
  rest = (rest - second * billion) * 0x1_0000 + (low & 0xffff);
  const third = Math.floor(rest / billion);
  putUint(out, first * 0x1_0000_0000 + second * 0x1_0000 + third);
  putNine(out, rest - third * billion);
}

/** A signed number of 64 bits in two's complement from its halves. */
export function putInt64(out: ByteBuffer, high: number, low: number): void {
  if (high < 0x8000_0000) return putUint64(out, high, low);
  out.putByte(minus);
  putUint64(out, (~high + (low === 0 ? 1 : 0)) >>> 0, -low >>> 0);
}

/**
 * The shortest decimal that reads back as the same double. JSON has no word for what is not finite: it becomes one of the
 * strings "NaN", "Infinity", "-Infinity".
 */
export function putFloat(out: ByteBuffer, value: number): void {
  if (Number.isInteger(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER) {
    if (value === 0 && 1 / value < 0) out.putAscii('-0');
    else putInt(out, value);
  } else if (Number.isFinite(value)) out.putAscii(String(value));
  else out.putAscii(`"${value}"`);
}

const words = [Buffer.from('false'), Buffer.from('true')] as const;

/** `true` for 1. */
export function putBoolean(out: ByteBuffer, value: number): void {
  out.put(words[value === 1 ? 1 : 0]);
}

/** Nine digits with leading zeros. */
function putNine(out: ByteBuffer, value: number): void {
  out.reserve(9);
  const data = out.data;
  let rest = value | 0;
  for (let at = out.used + 8; at >= out.used; at--) {
    const next = (rest / 10) | 0;
    data[at] = zero + rest - next * 10;
    rest = next;
  }
  out.used += 9;
}
