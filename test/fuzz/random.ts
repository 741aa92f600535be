/** Numbers that look random and are the same for the same seed, on every machine. */
export class Random {
  private state: number;

  /** One of a row of generators that have nothing to do with one another: `index` is its place in the row of `seed`. */
  constructor(seed: number, index: number = 0) {
    this.state = mixed(mixed(seed >>> 0) ^ mixed((index + 0x9e37_79b9) >>> 0));
  }

  /** 32 bits. */
  u32(): number {
    this.state = (this.state + 0x6d2b_79f5) >>> 0;
    let bits = this.state;
    bits = Math.imul(bits ^ (bits >>> 15), bits | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return (bits ^ (bits >>> 14)) >>> 0;
  }

  /** A whole number from 0 up to, but without, `end`; 0 when there is none. */
  below(end: number): number {
    return end <= 1 ? 0 : this.u32() % end;
  }

  /** True once in `times`, on average. */
  once(times: number): boolean {
    return this.below(times) === 0;
  }

  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }

  /** From 1 to `most`, small numbers far more often. */
  few(most: number): number {
    let count = 1;
    while (count < most && this.once(2)) count++;
    return count;
  }
}

function mixed(value: number): number {
  let bits = Math.imul(value ^ (value >>> 16), 0x85eb_ca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2_ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
