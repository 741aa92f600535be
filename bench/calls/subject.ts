import type { OpenRow } from '../rows.ts';
import type { CallHost } from './task.ts';
import type { Job } from './job.ts';

/**
 * A host with a guest that does a job, held open for many calls. Packets are made before, in whatever form is best for the
 * host: what a call costs begins with a packet that is there and ends when the host has the one that comes of it.
 */
export interface CallSubject {
  /** Has the guest work on the packet of that number. Packets come in turn, again and again, always as they were made. */
  call(packet: number): void | Promise<void>;
  /** What came of the last call, as plain rows; not timed. */
  rows(): readonly Readonly<Record<string, unknown>>[];
  /** Rows that have come out of all calls. */
  readonly rowsOut: number;
  /** Milliseconds spent in the first guest so far, where the host tells. */
  readonly busyMs: number | undefined;
  /** Ends the guest; gives the sum that it tells at its end, 0n for guests that have none. */
  close(): Promise<bigint>;
}

/** Opens a subject over packets. */
export type OpenSubject<Kind extends CallHost['kind']> = (
  host: Extract<CallHost, { kind: Kind }>,
  job: Job,
  packets: readonly (readonly OpenRow[])[],
) => Promise<CallSubject>;
