import type { SharedClock } from './shared-clock.ts';

/** How long work may go on without letting timers and signals in. Milliseconds. */
const turnMs = 20;

/** Work that a lane does: a promise when it has to wait. */
export type LaneWork = () => void | Promise<void>;

/**
 * One piece of work at a time, in order of asking: at once when nothing else is going on, as a promise costs as much as a
 * packet of one row. Work that never waits for anything but promises would starve timers and signals, so now and then the
 * next piece waits for a turn of the event loop.
 */
export class Lane {
  /** The last of what waits or goes on; undefined when nothing does. Never fails. */
  private tail: Promise<void> | undefined;
  /** How many wait or go on. */
  private pending = 0;
  private busy = false;
  /** Resolved when the work that goes on now is done; made when that work asks for more. */
  private current: PromiseWithResolvers<void> | undefined;
  private readonly clock: SharedClock;
  private turnBegan: number;

  /** `clock` is read by the work. */
  constructor(clock: SharedClock) {
    this.clock = clock;
    this.turnBegan = clock.read();
  }

  /** Runs `work` when everything asked for earlier is done; what it throws is thrown, or rejects the promise. */
  run(work: LaneWork): void | Promise<void> {
    if (this.busy || this.tail !== undefined || this.turnIsOver()) return this.queue(work);
    this.busy = true;
    let waiting: void | Promise<void> = undefined;
    try {
      waiting = work();
    } finally {
      this.busy = false;
      if (waiting === undefined) this.finish();
    }
    return waiting === undefined ? undefined : this.occupy(waiting.finally(() => this.finish()));
  }

  private queue(work: LaneWork): Promise<void> {
    if (this.busy) this.current ??= Promise.withResolvers();
    const before = this.tail ?? this.current?.promise ?? Promise.resolve();
    return this.occupy(before.then(() => this.turn()).then(work));
  }

  /** What is asked for from now on waits for `work`, too. The lane is free again before anybody hears that it is. */
  private occupy(work: Promise<void>): Promise<void> {
    this.pending++;
    const result = work.finally(() => {
      this.pending--;
      if (this.pending === 0) this.tail = undefined;
    });
    this.tail = Promise.all([this.tail, result.catch(nothing)]).then(nothing);
    return result;
  }

  private finish(): void {
    this.current?.resolve();
    this.current = undefined;
  }

  private turnIsOver(): boolean {
    return this.clock.now - this.turnBegan >= turnMs;
  }

  private turn(): Promise<void> | undefined {
    this.clock.read();
    if (!this.turnIsOver()) return undefined;
    return new Promise((resolve) =>
      setImmediate(() => {
        this.turnBegan = this.clock.read();
        resolve();
      }),
    );
  }
}

function nothing(): void {}
