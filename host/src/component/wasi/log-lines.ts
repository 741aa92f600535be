import type { Guest } from '../../api/guest.ts';
import { log } from '../../api/logging.ts';
import { decodeUtf8 } from '../../data/bytes-column.ts';
import type { Level } from '../../generated/gadget-api-logging.ts';

const newline = 0x0a;

/**
 * What a guest writes to one of its outputs, as lines of its log. A line is told when it ends, what has no end once the guest has
 * given the thread back.
 */
export class LogLines {
  private readonly guest: Guest;
  private readonly level: Level;
  /** One byte more than a line may have, so that the log says that it was cut. */
  private readonly most: number;
  private line: Uint8Array[] = [];
  private length = 0;
  private waits = false;

  constructor(guest: Guest, level: Level) {
    this.guest = guest;
    this.level = level;
    this.most = guest.limits.maxLogBytes + 1;
  }

  add(bytes: Uint8Array): void {
    if (!this.guest.services.enabled(this.level)) return;
    let start = 0;
    for (let end = bytes.indexOf(newline); end >= 0; end = bytes.indexOf(newline, start)) {
      this.keep(bytes.subarray(start, end));
      this.end();
      start = end + 1;
    }
    this.keep(bytes.subarray(start));
    if (this.length > 0) this.endLater();
  }

  /** Copies: the bytes may lie in the guest's memory. */
  private keep(part: Uint8Array): void {
    const kept = part.slice(0, this.most - this.length);
    if (kept.length === 0) return;
    this.line.push(kept);
    this.length += kept.length;
  }

  private end(): void {
    const text = Buffer.concat(this.line);
    this.line = [];
    this.length = 0;
    log(this.guest, this.level, decodeUtf8(text, 0, text.length).replace(/\r$/, ''));
  }

  private endLater(): void {
    if (this.waits) return;
    this.waits = true;
    queueMicrotask(() => {
      this.waits = false;
      if (this.length > 0) this.end();
    });
  }
}
