import { readFileSync } from 'node:fs';
import { systemRandom } from '../system-random.ts';
import type { Platform } from './options.ts';

/** How long a measured difference between the two Linux clocks is trusted. Nanoseconds. */
const recheckNs = 1_000_000_000n;
/** /proc/uptime counts in hundredths of a second; smaller differences are rounding. Nanoseconds. */
const uptimeStepNs = 20_000_000n;

/** This machine's clocks, timers and randomness. */
export function systemPlatform(): Platform {
  const bootTime = bootClock();
  const originNs = BigInt(Date.now()) * 1_000_000n - process.hrtime.bigint();
  return {
    wallNs: () => {
      // The millisecond clock follows adjustments; the fine one gives the digits below, while both agree.
      const coarse = BigInt(Date.now()) * 1_000_000n;
      const fine = originNs + process.hrtime.bigint();
      const drift = fine - coarse;
      return drift >= 0n && drift < 1_000_000n ? fine : coarse;
    },
    monotonicNs: bootTime,
    seed: () => {
      const bytes = systemRandom(16);
      return [bytes.readBigUInt64LE(0), bytes.readBigUInt64LE(8)];
    },
    setTimer: (milliseconds, callback) => {
      const timer = setTimeout(callback, milliseconds);
      return () => clearTimeout(timer);
    },
  };
}

/**
 * CLOCK_BOOTTIME, the base of the kernel's timestamps: Node only has CLOCK_MONOTONIC, which stands still while the
 * machine sleeps, and /proc/uptime tells the time slept. Without /proc it is CLOCK_MONOTONIC.
 */
function bootClock(): () => bigint {
  let sleptNs = 0n;
  let checkedNs = -recheckNs;
  return () => {
    const now = process.hrtime.bigint();
    if (now - checkedNs >= recheckNs) {
      checkedNs = now;
      const uptime = uptimeNs();
      // Only forwards: this clock never goes back.
      if (uptime !== undefined && uptime - now - sleptNs > uptimeStepNs) sleptNs = uptime - now;
    }
    return now + sleptNs;
  };
}

function uptimeNs(): bigint | undefined {
  try {
    const seconds = Number.parseFloat(readFileSync('/proc/uptime', 'latin1'));
    return Number.isFinite(seconds) ? BigInt(Math.round(seconds * 1e9)) : undefined;
  } catch {
    return undefined;
  }
}
