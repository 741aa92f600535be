import type { DataSource } from '../data/data-source.ts';
import type { Field } from '../data/field.ts';
import type { Packet } from '../data/packet.ts';

/** Where rows go. */
export interface Output {
  /**
   * The fields of a source that this output prints, asked once after every gadget's init; nothing when it does not take
   * the source. What no output and no later gadget wants, gadgets need not compute.
   */
  fields(source: DataSource): readonly Field[] | undefined;
  /**
   * Takes a packet of a source it wanted; live rows only, possibly 0 for snapshots. While the promise is open nothing
   * more is pushed: this is the back-pressure.
   */
  write(packet: Packet): void | Promise<void>;
  /** The run is closing: an output that waits for somebody must not do so any longer. Optional. */
  release?(): void;
  /** Called once when the run ends, also after a failure: write what is left. */
  close(): void | Promise<void>;
}
