import type { Platform } from '@gadget-api/host';

/** A clock that goes only when told to. */
export interface FakeClock {
  /** Now, in milliseconds since the Unix epoch. */
  readonly now: number;
  /** Lets time pass, and calls each timer that comes due at its own moment. Resolves when gadgets have answered. */
  advance(milliseconds: number): Promise<void>;
  /** What a run takes as its clocks, timers and seeds. */
  readonly platform: Platform;
}

/** How a {@link FakeClock} begins. */
export interface FakeClockOptions {
  /** Default: the first moment of 2020, UTC. */
  start?: Date | number;
  /** What gadgets get as seeds. Default: 1 and 2. */
  seed?: readonly [bigint, bigint];
}

const nanosecondsPerMillisecond = 1_000_000n;

/** A clock for tests. The monotonic clock begins at 0. */
export function fakeClock(options: FakeClockOptions = {}): FakeClock {
  const startMs = Number(options.start ?? Date.UTC(2020, 0, 1));
  const timers = new Set<{ dueMs: number; callback: () => void }>();
  let elapsedMs = 0;

  const advance = async (milliseconds: number): Promise<void> => {
    if (!Number.isInteger(milliseconds) || milliseconds < 0)
      throw new RangeError(`time passes by whole milliseconds from 0, not by ${milliseconds}`);
    const untilMs = elapsedMs + milliseconds;
    for (;;) {
      const next = [...timers]
        .filter(({ dueMs }) => dueMs <= untilMs)
        .toSorted((a, b) => a.dueMs - b.dueMs)[0];
      if (next === undefined) break;
      timers.delete(next);
      elapsedMs = Math.max(elapsedMs, next.dueMs);
      next.callback();
      await settled();
    }
    elapsedMs = untilMs;
    await settled();
  };

  return {
    get now() {
      return startMs + elapsedMs;
    },
    advance,
    platform: {
      wallNs: () => BigInt(startMs + elapsedMs) * nanosecondsPerMillisecond,
      monotonicNs: () => BigInt(elapsedMs) * nanosecondsPerMillisecond,
      seed: () => options.seed ?? [1n, 2n],
      setTimer: (milliseconds, callback) => {
        const timer = { dueMs: elapsedMs + milliseconds, callback };
        timers.add(timer);
        return () => timers.delete(timer);
      },
    },
  };
}

/**
 * Lets everything happen that waits on promises, and on a turn of the event loop: a run that has been busy for a while lets
 * one pass before the next tick.
 */
async function settled(): Promise<void> {
  for (let turns = 0; turns < 2; turns++) await new Promise((resolve) => setImmediate(resolve));
}
