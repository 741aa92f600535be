import type { DataSource, Delivery } from '../data/data-source.ts';
import type { FieldOptions } from '../data/field.ts';
import type { FieldType } from '../data/field-type.ts';
import type { Packet } from '../data/packet.ts';

/** A field as a source declares it. */
export interface FieldSpec extends Omit<FieldOptions, 'elements'> {
  /** Full path; see `data/field-path.ts` for dots. */
  name: string;
  /** Lists are written with what is in them: `text[]`. */
  kind: FieldType;
}

/** Input that could not become what the schema says, or was lost. Counted in the run's stats, never silent. */
export interface SourceProblem {
  /**
   * `malformed`: a row that could not be read at all; `wrong-type`: a value that does not fit its field (left unset);
   * `unknown-field`: a key that came after the schema was fixed; `lost`: rows dropped because nobody took them in time.
   */
  kind: 'malformed' | 'wrong-type' | 'unknown-field' | 'lost';
  /** Rows (or, for values and keys, occurrences) it is about. */
  count: number;
  /** For people: what, where (line number, field). Empty: it is counted only. */
  message: string;
}

/** What a source may do while it runs. */
export interface Feed {
  readonly source: DataSource;
  /** Aborted when the run ends; the source then stops and resolves. */
  readonly signal: AbortSignal;
  /** Events: most rows of a packet. Snapshots: most rows at all. */
  readonly maxRows: number;
  /**
   * Hands a packet to the chain. Gives a promise when the packet, or something before it, has to wait; never call it again
   * before that has resolved. Without one, chain and outputs have taken it.
   */
  push(packet: Packet): void | Promise<void>;
  report(problem: SourceProblem): void;
}

/**
 * Where rows come from. What can wait (files, pipes, what is made up) waits for {@link Feed.push} and loses nothing; a source of what
 * happens anyway keeps a bounded number of rows meanwhile, and reports those that find no place as `lost`.
 */
export interface Source {
  readonly delivery: Delivery;
  /**
   * Learns or states the schema, before any gadget's init. Rejects with a GadgetError when the input can't be opened.
   * Must resolve soon after `signal` aborts.
   */
  open(signal: AbortSignal): Promise<readonly FieldSpec[]>;
  /** Pushes packets until the input ends or the feed's signal aborts. Rejects with a GadgetError when reading fails. */
  run(feed: Feed): Promise<void>;
  /** Releases what {@link open} took. Called once, also when open or run failed. */
  close(): Promise<void>;
}
