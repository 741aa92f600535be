import type { Packet } from '../data/packet.ts';
import type { Feed } from '../sources/source.ts';

/**
 * The way into the chain for whoever can't wait: packets wait behind one another up to a number of rows, and those that find no
 * place are counted as lost.
 */
export class DroppingFeed {
  private readonly feed: Feed;
  private readonly maxRows: number;
  private readonly failed: (error: unknown) => void;
  private waitingRows = 0;
  private told = false;

  /** `failed` is told what else would be told to who waits. */
  constructor(feed: Feed, maxRows: number, failed: (error: unknown) => void) {
    this.feed = feed;
    this.maxRows = maxRows;
    this.failed = failed;
  }

  push(packet: Packet): void {
    // Packets without rows take place, too.
    const rows = Math.max(1, packet.length);
    if (this.waitingRows > 0 && this.waitingRows + rows > this.maxRows) return this.drop(packet);
    let taken: void | Promise<void>;
    try {
      taken = this.feed.push(packet);
    } catch (error) {
      return this.failed(error);
    }
    if (taken === undefined) return;
    this.waitingRows += rows;
    taken.then(() => void (this.waitingRows -= rows), this.failed);
  }

  private drop(packet: Packet): void {
    const message = this.told ? '' : `rows come faster than they are taken, and are dropped`;
    this.told = true;
    this.feed.report({ kind: 'lost', count: packet.length, message });
  }
}
