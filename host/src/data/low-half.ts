/** Which 32-bit half of a 64-bit number in memory is the low one: 0, the first, on nearly every machine, or 1. */
export const lowHalf: 0 | 1 = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 0 : 1;
