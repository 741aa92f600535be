import { Trap } from '../../lowering/trap.ts';

/** Counts what a guest holds of wasi: each handle keeps an object of the host alive. */
export class Holdings {
  private readonly most: number;
  private open = 0;

  constructor(most: number) {
    this.most = most;
  }

  take(): void {
    if (this.open >= this.most) throw new Trap(`${this.most} handles of wasi are the most (maxHandles)`);
    this.open++;
  }

  drop(): void {
    this.open--;
  }
}

/**
 * What handles of wasi point to. jco calls `Symbol.dispose` when the guest drops one; for a handle that it does not know it makes
 * an object without calling the constructor, and reading a private field of such a one throws.
 */
export class Handle {
  readonly #holdings: Holdings;
  #live = true;

  constructor(holdings: Holdings) {
    holdings.take();
    this.#holdings = holdings;
  }

  [Symbol.dispose](): void {
    if (!this.#live) return;
    this.#live = false;
    this.#holdings.drop();
  }
}
