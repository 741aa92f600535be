import type { LossCause } from '../generated/gadget-api-losses.ts';

/** What a gadget can be told at once; it means as many or more. */
const mostRows = 0xffff_ffff;

/** Rows that one gadget did not and will not get, until it is told. */
export class Losses {
  /** Numbers of rows that are not 0: whether there is anything to tell. */
  pending = 0;
  /** By subscription: rows by cause. */
  private readonly counts = new Map<number, Map<LossCause, number>>();

  /** Counts `rows` more, of which there is at least one. */
  add(subscription: number, cause: LossCause, rows: number): void {
    let counts = this.counts.get(subscription);
    if (counts === undefined) this.counts.set(subscription, (counts = new Map()));
    const before = counts.get(cause) ?? 0;
    if (before === 0) this.pending++;
    counts.set(cause, Math.min(before + rows, mostRows));
  }

  /** What was counted, 0 when nothing was; it counts from 0 again. */
  take(subscription: number, cause: LossCause): number {
    const counts = this.counts.get(subscription);
    const rows = counts?.get(cause) ?? 0;
    if (rows === 0) return 0;
    this.pending--;
    counts!.set(cause, 0);
    return rows;
  }
}
