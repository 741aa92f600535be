import type { Random } from '../random.ts';

/** Bytes that mean something to somebody. */
const telling = [0x00, 0x01, 0x7f, 0x80, 0xff, 0x40, 0x0b, 0x22, 0x27, 0x5c, 0x0a, 0x60, 0x24];

/** A copy with one thing changed, of which nothing is known but that it is bytes. */
export function mutateBytes(bytes: Uint8Array, random: Random): Uint8Array {
  const at = random.below(bytes.length);
  const size = Math.min(random.few(12) ** 2, bytes.length - at);
  switch (random.below(7)) {
    case 0:
      return bytes.slice(0, at);
    case 1:
      return spliced(bytes, at, size, new Uint8Array(0));
    case 2:
      return spliced(bytes, at, 0, bytes.subarray(at, at + size));
    case 3: {
      const more = Uint8Array.from({ length: random.few(8) }, () => random.below(256));
      return spliced(bytes, at, 0, more);
    }
    case 4: {
      const from = random.below(bytes.length);
      return spliced(bytes, at, size, bytes.subarray(from, from + size));
    }
    default:
      return mutateInPlace(bytes, random);
  }
}

/** A copy of the same size in which some bytes are others. */
export function mutateInPlace(bytes: Uint8Array, random: Random): Uint8Array {
  const copy = new Uint8Array(bytes);
  if (copy.length === 0) return copy;
  for (let n = random.few(6); n > 0; n--) {
    const at = random.below(copy.length);
    copy[at] = random.once(2)
      ? copy[at]! ^ (1 << random.below(8))
      : random.once(2)
        ? random.pick(telling)
        : random.below(256);
  }
  return copy;
}

/** A copy with `size` bytes from `at` on replaced. */
export function spliced(bytes: Uint8Array, at: number, size: number, by: Uint8Array): Uint8Array {
  return joined([bytes.subarray(0, at), by, bytes.subarray(at + size)]);
}

/** All of them, one after another. */
export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
