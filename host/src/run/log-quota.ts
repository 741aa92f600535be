import type { Limits } from '../limits.ts';
import type { Log } from './log.ts';
import type { Platform } from './options.ts';

/** How long a number of lines is good for. Nanoseconds, and milliseconds. */
const spanNs = 1_000_000_000n;
const spanMs = 1000;

/** What a quota is made from. */
export interface LogQuotaParts {
  /** The gadget's. */
  name: string;
  limits: Readonly<Pick<Limits, 'maxLogLines'>>;
  platform: Platform;
  log: Log;
}

/**
 * How much one gadget may log: `maxLogLines`, and so many again once a second has passed since the first of them. What is more is
 * held back and counted, and the count is told when the second is over. The clock is looked at for the first and for what is too much:
 * a gadget that logs now and then never waits for it.
 */
export class LogQuota {
  /** Lines held back so far. */
  heldBack = 0;
  private readonly parts: LogQuotaParts;
  private used = 0;
  private beganNs = 0n;
  /** Held back since the last time it was told. */
  private untold = 0;
  private takeBack: (() => void) | undefined;

  constructor(parts: LogQuotaParts) {
    this.parts = parts;
  }

  /** Whether one more line, of a level that is shown, goes to the log. */
  admits(): boolean {
    const { limits, platform } = this.parts;
    if (this.used > 0 && this.used < limits.maxLogLines) {
      this.used++;
      return true;
    }
    const now = platform.monotonicNs();
    const passed = now - this.beganNs;
    if (this.used === 0 || passed >= spanNs) {
      this.end();
      this.beganNs = now;
      this.used = 1;
      return true;
    }
    this.heldBack++;
    this.untold++;
    const leftMs = spanMs - Number(passed / 1_000_000n);
    this.takeBack ??= platform.setTimer(leftMs, () => this.end());
    return false;
  }

  /** The second is over, or the run: tells what was held back. Any number of times. */
  end(): void {
    this.takeBack?.();
    this.takeBack = undefined;
    this.used = 0;
    const { untold } = this;
    if (untold === 0) return;
    this.untold = 0;
    const { name, log } = this.parts;
    // Where warnings are not shown, errors were held back.
    const level = log.enabled('warn') ? 'warn' : 'error';
    log.gadget(name, level, `${untold} more ${untold === 1 ? 'line' : 'lines'} held back`);
  }
}
