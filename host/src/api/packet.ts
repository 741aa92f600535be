import type { Draft } from '../data/draft.ts';
import { expired, fail } from './failure.ts';
import { isU32, type Guest } from './guest.ts';
import { gone, Resource, trap, trapWithout } from './resource.ts';

/** A packet in a guest's hands: received with on-packet, or made by `new-packet`. */
export class Packet extends Resource {
  readonly made: boolean;
  /** Null once the call that brought it is over. */
  draft: Draft | null;

  constructor(guest: Guest, draft: Draft, made: boolean) {
    super(guest);
    this.draft = draft;
    this.made = made;
  }

  /** The call is over: a handle that is kept answers `expired`. */
  expire(): void {
    if (this.live) this.draft = null;
  }

  protected override release(): void {
    // A received packet goes on without its handle; a made one that nobody emits is thrown away.
    if (this.made) this.guest.openPackets--;
    this.draft = gone;
  }

  len(): number {
    return this.draft === null ? 0 : this.draft.length;
  }

  append(rows: number): number {
    const draft = this.open();
    const limits = this.guest.limits;
    if (!isU32(rows)) throw fail('out-of-range', `${rows} is not a number of rows`);
    const appended = draft.length - draft.received + rows;
    if (appended > limits.maxAppendedRows) {
      throw fail('limit-exceeded', `${limits.maxAppendedRows} appended rows are the most (maxAppendedRows)`);
    }
    if (draft.source.delivery === 'snapshots' && draft.length + rows > limits.maxSnapshotRows) {
      throw fail('limit-exceeded', `${limits.maxSnapshotRows} rows are the most (maxSnapshotRows)`);
    }
    return draft.append(rows);
  }

  discard(row: number): void {
    const draft = this.open();
    checkRow(draft, row);
    draft.discard(row);
  }

  discardMany(rows: ArrayLike<number>): void {
    const draft = this.open();
    const list = checkedRows(draft, rows);
    for (let i = 0; i < list.length; i++) draft.discard(list[i]!);
  }

  private open(): Draft {
    const { draft } = this;
    if (draft === null) throw expired();
    if (draft === gone) throw trap();
    return draft;
  }
}

trapWithout(Packet, 'draft');

/** `packet.emit` of 1.x: consumes the packet, also on failure. */
export function emit(guest: Guest, packet: Packet): void {
  if (!packet.live) throw trap();
  try {
    send(guest, packet);
  } finally {
    packet[Symbol.dispose]();
  }
}

/** Gives a packet's rows to the chain. The handle stays as it is: who calls drops it, or gives it back on failure. */
export function send(guest: Guest, { draft, made, live }: Packet): void {
  if (!live) throw trap();
  if (draft === null) throw expired();
  if (!made) throw fail('denied', 'a received packet goes on by itself; only made packets are emitted');
  if (guest.phase === 'init' || guest.phase === 'loading')
    throw fail('not-now', 'nothing is emitted before start');
  if (guest.phase === 'over') throw fail('not-now', 'the gadget has stopped');
  guest.services.emit(draft);
}

export function checkRow(draft: Draft, row: number): void {
  if (!isU32(row) || row >= draft.length) {
    throw fail('out-of-range', `row ${row} of a packet with ${draft.length} rows`);
  }
}

/** Rows that are all there. What was checked must be what is used: an array of a native gadget could answer differently each time. */
export function checkedRows(draft: Draft, rows: ArrayLike<number>): ArrayLike<number> {
  const list = rows instanceof Uint32Array ? rows : Array.from(rows);
  for (let i = 0; i < list.length; i++) checkRow(draft, list[i]!);
  return list;
}
