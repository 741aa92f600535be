import { random as host } from '#api/random';
import { fromU64 } from '#api/wide';
import { currentState } from './state.ts';

/**
 * A random number from 0 up to but not including 1, like `Math.random()`, which is this function in a gadget. Seeded by the
 * host once for each instance, the same in a replay. Not for keys or secrets.
 */
export function random(): number {
  const state = currentState('Math.random');
  state.random ??= generator(seed());
  return state.random();
}

/** @internal The host's two numbers: the same each time within one instance. */
export function seed(): [bigint, bigint] {
  const [first, second] = host.seed();
  return [fromU64(first), fromU64(second)];
}

/** xoshiro128** over two 64-bit seeds; 53 bits of each pair of steps make a number. */
function generator([first, second]: [bigint, bigint]): () => number {
  const s = new Uint32Array(new BigUint64Array([first, second === 0n && first === 0n ? 1n : second]).buffer);
  const step = (): number => {
    const [a, b, c, d] = s as unknown as [number, number, number, number];
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    s[2] = c ^ a;
    s[3] = d ^ b;
    s[1] = b ^ s[2];
    s[0] = a ^ s[3];
    s[2] = s[2] ^ (b << 9);
    s[3] = rotate(s[3], 11);
    return result;
  };
  return () => ((step() >>> 5) * 0x400_0000 + (step() >>> 6)) / 2 ** 53;
}

function rotate(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by));
}
