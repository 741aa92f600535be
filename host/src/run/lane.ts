/** How long work may go on without letting timers and signals in. Milliseconds. */
const turnMs = 20;

/**
 * One piece of work at a time, in order of asking. Work that never waits for anything but promises would starve timers
 * and signals, so now and then the next piece waits for a turn of the event loop.
 */
export class Lane {
  private tail: Promise<void> = Promise.resolve();
  private turnBegan = performance.now();

  /** Runs `work` when everything asked for earlier is done; gives its result or failure. */
  run<T>(work: () => Promise<T>): Promise<T> {
    const result = this.tail.then(() => this.turn()).then(work);
    this.tail = result.then(nothing, nothing);
    return result;
  }

  private turn(): Promise<void> | undefined {
    const now = performance.now();
    if (now - this.turnBegan < turnMs) return undefined;
    this.turnBegan = now;
    return new Promise((resolve) => setImmediate(resolve));
  }
}

function nothing(): void {}
