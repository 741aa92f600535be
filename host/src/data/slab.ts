/** Bytes of one slab: a packet that is kept keeps no more than this besides its own. */
const slabBytes = 16 * 1024;
/** So many bytes come out of a slab at most; more are worth memory of their own. */
export const shareable = 1024;

let slab = new Uint8Array(slabBytes);
let used = 0;

/**
 * `length` zero bytes that nobody else uses. Few bytes come out of a slab that many share: memory of its own costs V8 as
 * much time as a gadget needs for a whole event.
 */
export function freshBytes(length: number): Uint8Array {
  if (length > shareable) return new Uint8Array(length);
  if (used + length > slabBytes) {
    slab = new Uint8Array(slabBytes);
    used = 0;
  }
  const start = used;
  used += length;
  return slab.subarray(start, used);
}
