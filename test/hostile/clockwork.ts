import type { Platform } from '../../host/src/run/options.ts';

/** A clock for timers that goes when it is told to; nanoseconds pass with every look, so that waiting ends. */
export function clockwork(): { platform: Platform; advance: (milliseconds: number) => Promise<void> } {
  let now = 0;
  let looks = 0n;
  const waiting = new Set<{ due: number; callback: () => void }>();
  return {
    platform: {
      wallNs: () => 0n,
      monotonicNs: () => (looks += 1_000_000n),
      seed: () => [1n, 2n],
      setTimer: (milliseconds, callback) => {
        const timer = { due: now + milliseconds, callback };
        waiting.add(timer);
        return () => void waiting.delete(timer);
      },
    },
    advance: async (milliseconds) => {
      now += milliseconds;
      for (const timer of [...waiting]) {
        if (timer.due <= now && waiting.delete(timer)) timer.callback();
      }
      // Ticks wait for their turn behind what runs.
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}
