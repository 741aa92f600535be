import { fail } from './failure.ts';

/** Counts the live handles of one gadget: data sources, fields and packets together. */
export class Ledger {
  readonly limit: number;
  open = 0;
  peak = 0;

  constructor(limit: number) {
    this.limit = limit;
  }

  /** Counts `count` more, or throws `limit-exceeded` and counts none. */
  take(count: number = 1): void {
    if (count > 0 && this.open + count > this.limit) {
      throw fail('limit-exceeded', `${this.limit} handles are the most (maxHandles), ${this.open} are open`);
    }
    this.force(count);
  }

  /** Counts handles that are never refused: the packet of on-packet. */
  force(count: number = 1): void {
    this.open += count;
    if (this.open > this.peak) this.peak = this.open;
  }

  drop(): void {
    this.open--;
  }
}
