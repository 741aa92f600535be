import type { DataSource } from '../data/data-source.ts';
import type { Field } from '../data/field.ts';
import type { Packet } from '../data/packet.ts';
import type { Output } from './output.ts';
import { selectFields } from './select.ts';

/** Packets as they come, for `for await`. Leaving the loop gives up the rest: later packets are dropped. */
export type PacketIterable = AsyncIterableIterator<Packet, undefined, undefined>;

/** What {@link iterableOutput} takes. */
export interface IterableOptions {
  /** Only packets of this source. Default: of every source. */
  source?: string;
  /** Packets kept before writing waits for the reader. Default 4. */
  capacity?: number;
}

/**
 * An output that is read with `for await`, by one reader. While its queue is full and nobody reads, writing waits: a reader
 * must come, or the run stands still. The loop ends once the run has ended and the queue is empty. A reader that leaves
 * the loop early gives up what is queued and what follows, and the run goes on without it. Throws a RangeError when
 * the capacity is no whole number from 1 on.
 */
export function iterableOutput(options: IterableOptions = {}): PacketOutput {
  const { source, capacity = 4 } = options;
  if (!Number.isSafeInteger(capacity) || capacity < 1) {
    throw new RangeError(`capacity must be 1 or more packets, not ${capacity}`);
  }
  return new PacketOutput(source, capacity);
}

/** See {@link iterableOutput}. */
export class PacketOutput implements Output, PacketIterable {
  private readonly source: string | undefined;
  private readonly capacity: number;
  private readonly queue: Packet[] = [];
  private waitingWriter: (() => void) | undefined;
  private waitingReaders: ((result: IteratorResult<Packet, undefined>) => void)[] = [];
  private ended = false;
  private released = false;

  constructor(source: string | undefined, capacity: number) {
    this.source = source;
    this.capacity = capacity;
  }

  fields(source: DataSource): readonly Field[] | undefined {
    if (this.source !== undefined && source.name !== this.source) return undefined;
    return selectFields(source, undefined);
  }

  write(packet: Packet): void | Promise<void> {
    if (this.ended) return;
    const reader = this.waitingReaders.shift();
    if (reader !== undefined) {
      reader({ value: packet, done: false });
      return;
    }
    this.queue.push(packet);
    if (this.released || this.queue.length < this.capacity) return;
    return new Promise((resolve) => (this.waitingWriter = resolve));
  }

  release(): void {
    this.released = true;
    this.wakeWriter();
  }

  close(): void {
    this.ended = true;
    for (const reader of this.waitingReaders.splice(0)) reader({ value: undefined, done: true });
    this.wakeWriter();
  }

  next(): Promise<IteratorResult<Packet, undefined>> {
    const packet = this.queue.shift();
    if (packet !== undefined) {
      this.wakeWriter();
      return Promise.resolve({ value: packet, done: false });
    }
    if (this.ended) return Promise.resolve({ value: undefined, done: true });
    return new Promise((resolve) => this.waitingReaders.push(resolve));
  }

  return(): Promise<IteratorResult<Packet, undefined>> {
    this.queue.length = 0;
    this.close();
    return Promise.resolve({ value: undefined, done: true });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  private wakeWriter(): void {
    this.waitingWriter?.();
    this.waitingWriter = undefined;
  }
}
