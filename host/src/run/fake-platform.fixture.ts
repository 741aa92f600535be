/** For tests only: clocks and timers that stand still until they are moved. */
import type { Platform } from './options.ts';

export interface FakePlatform extends Platform {
  /** Lets time pass, and what is due by then happen. Milliseconds. */
  advance(milliseconds: number): Promise<void>;
}

export function fakePlatform(): FakePlatform {
  let callbacks: { dueMs: number; callback: () => void }[] = [];
  let nowMs = 0;
  return {
    wallNs: () => 0n,
    monotonicNs: () => BigInt(nowMs) * 1_000_000n,
    seed: () => [1n, 2n],
    setTimer: (milliseconds, callback) => {
      const entry = { dueMs: nowMs + milliseconds, callback };
      callbacks.push(entry);
      return () => (callbacks = callbacks.filter((other) => other !== entry));
    },
    advance: async (milliseconds) => {
      nowMs += milliseconds;
      const due = callbacks.filter((entry) => entry.dueMs <= nowMs);
      callbacks = callbacks.filter((entry) => entry.dueMs > nowMs);
      for (const entry of due) entry.callback();
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}
