import type { Random } from '../random.ts';

/** Unsigned LEB128, in at least so many bytes. */
export function leb(value: number, atLeast: number = 1): Uint8Array {
  const bytes: number[] = [];
  for (let left = value; left > 0 || bytes.length < atLeast; left = Math.floor(left / 128)) {
    bytes.push((left % 128) | 0x80);
  }
  bytes[bytes.length - 1]! &= 0x7f;
  return Uint8Array.from(bytes);
}

/** The number that begins at `at`, and how many bytes it takes; undefined when there is none of 32 bits. */
export function readLeb(bytes: Uint8Array, at: number): { value: number; size: number } | undefined {
  let value = 0;
  for (let size = 0; size < 5; size++) {
    const byte = bytes[at + size];
    if (byte === undefined) return undefined;
    value += (byte & 0x7f) * 2 ** (7 * size);
    if (byte < 0x80) return value < 2 ** 32 ? { value, size: size + 1 } : undefined;
  }
  return undefined;
}

/** Another way to write a number, or another number in its place: near, huge, or longer than numbers may be. */
export function wrongLeb(value: number, random: Random): Uint8Array {
  switch (random.below(6)) {
    case 0:
      return leb(value, 5);
    case 1:
      return leb(value, 6 + random.below(6));
    case 2:
      return leb(random.pick([2 ** 32 - 1, 2 ** 31, 2 ** 28, 65_536, 2 ** 35]));
    case 3:
      return leb(random.below(300));
    case 4:
      return leb(value + 1);
    default:
      return leb(Math.max(0, value - 1));
  }
}
