import type { DataSource } from '../data/data-source.ts';
import type { Packet } from '../data/packet.ts';
import { packetOfRows } from '../data/packet-rows.ts';
import { packetOfColumns } from '../data/packet-columns.ts';
import type { ColumnInput } from '../data/packet-columns.ts';
import { GadgetError, messageOf } from '../errors.ts';
import type { Limits } from '../limits.ts';
import type { Feed, FieldSpec, Source } from '../sources/source.ts';
import { DroppingFeed } from './dropping-feed.ts';
import type { PushedSource } from './options.ts';

/** A row as an embedder gives it, keyed by field name; what is missing is unset. Lists are arrays or typed arrays. */
export type Row = Readonly<Record<string, unknown>>;

/** The embedder's end of a source that it feeds itself. */
export interface SourceInput {
  /** The source with its fields, once the run has been made. */
  readonly source: DataSource;
  /**
   * Sends rows. Resolves when the chain and the outputs have taken them; waiting for it is the back-pressure. With `whenFull: 'drop'` it
   * resolves at once, also when they were dropped; what fails behind it ends the run. Rejects
   * with `E_SOURCE_ROW` when a value does not fit its field, with `E_USAGE` before start and after the end.
   */
  push(rows: readonly Row[]): Promise<void>;
  /** Sends whole columns: typed arrays, arrays, `{ends, data}` for text and bytes, `{ends, values}` for lists. All of one
   * length. */
  pushColumns(columns: Readonly<Record<string, ColumnInput>>): Promise<void>;
  /**
   * Sends a packet of this source, made by `packetOfRows` or `packetOfColumns` or received from an output; packets never
   * change, so it may be sent again. The fastest way: where nothing has to wait the chain and the outputs have taken it on
   * return, else a promise resolves when they have. With `whenFull: 'drop'` there never is a promise. Throws `E_USAGE` as `push` does, and for another source's packet.
   */
  pushPacket(packet: Packet): void | Promise<void>;
  /**
   * Tells that `rows` rows of this source will not come, as nobody took them in time: they are counted in the run's stats, and
   * gadgets that export `losses` hear of them before the next packet. `message` goes to the log as a warning; default: none.
   * Throws `E_USAGE` as `push` does, and when `rows` is not a whole number from 0.
   */
  lost(rows: number, message?: string): void;
  /** No more rows will come. When all sources have ended, the run does. */
  end(): void;
}

/** A source whose rows come from calls. */
export class PushSource implements Source, SourceInput {
  readonly delivery: 'events' | 'snapshots';
  private readonly fields: readonly FieldSpec[];
  private readonly name: string;
  private readonly limits: Readonly<Limits>;
  private readonly drops: boolean;
  private feed: Feed | undefined;
  /** Where packets go when nobody waits for them. */
  private dropping: DroppingFeed | undefined;
  private known: DataSource | undefined;
  private ended = false;
  private readonly over = Promise.withResolvers<void>();

  constructor(name: string, options: PushedSource, limits: Readonly<Limits>) {
    this.name = name;
    this.limits = limits;
    this.drops = dropsWhenFull(name, options.whenFull);
    this.delivery = options.delivery ?? 'events';
    this.fields = Array.isArray(options.schema)
      ? options.schema
      : Object.entries(options.schema).map(([field, kind]) => ({ name: field, kind }));
  }

  get source(): DataSource {
    if (this.known === undefined)
      throw new GadgetError('E_USAGE', `${this.name} has no schema before run.start()`);
    return this.known;
  }

  open(): Promise<readonly FieldSpec[]> {
    return Promise.resolve(this.fields);
  }

  /** The run tells which source this is. */
  attach(source: DataSource): void {
    this.known = source;
  }

  run(feed: Feed): Promise<void> {
    this.feed = feed;
    if (this.drops) {
      this.dropping = new DroppingFeed(feed, this.limits.maxWaitingRows, (error) => this.fail(error));
    }
    if (feed.signal.aborted) this.end();
    feed.signal.addEventListener('abort', () => this.end(), { once: true });
    return this.over.promise;
  }

  close(): Promise<void> {
    this.end();
    return Promise.resolve();
  }

  async push(rows: readonly Row[]): Promise<void> {
    await this.send((source) => packetOfRows(source, rows, this.limits));
  }

  async pushColumns(columns: Readonly<Record<string, ColumnInput>>): Promise<void> {
    await this.send((source) => packetOfColumns(source, columns, this.limits));
  }

  pushPacket(packet: Packet): void | Promise<void> {
    const feed = this.openFeed();
    if (packet.source !== feed.source) {
      throw new GadgetError('E_USAGE', `a packet of ${packet.source.name} is pushed into ${this.name}`, {
        hint: `make it with the source that run.source('${this.name}').source gives`,
      });
    }
    return this.pass(feed, packet);
  }

  lost(rows: number, message: string = ''): void {
    const feed = this.openFeed();
    if (!Number.isSafeInteger(rows) || rows < 0) {
      throw new GadgetError('E_USAGE', `${this.name}: ${rows} is not a number of rows`, {
        hint: 'tell a whole number from 0',
      });
    }
    feed.report({ kind: 'lost', count: rows, message });
  }

  end(): void {
    this.ended = true;
    this.over.resolve();
  }

  private fail(error: unknown): void {
    this.ended = true;
    this.over.reject(error);
  }

  private pass(feed: Feed, packet: Packet): void | Promise<void> {
    return this.dropping === undefined ? feed.push(packet) : this.dropping.push(packet);
  }

  private send(make: (source: DataSource) => Packet): void | Promise<void> {
    const feed = this.openFeed();
    let packet: Packet;
    try {
      packet = make(feed.source);
    } catch (error) {
      throw new GadgetError('E_SOURCE_ROW', `${this.name}: ${messageOf(error)}`, { cause: error });
    }
    return this.pass(feed, packet);
  }

  private openFeed(): Feed {
    if (this.feed !== undefined && !this.ended) return this.feed;
    const why = this.ended ? 'has ended' : 'does not run yet';
    throw new GadgetError('E_USAGE', `${this.name} ${why}`, {
      hint: 'push after run.start() and before end()',
    });
  }
}

function dropsWhenFull(name: string, whenFull: PushedSource['whenFull'] = 'wait'): boolean {
  if (whenFull === 'wait' || whenFull === 'drop') return whenFull === 'drop';
  throw new GadgetError('E_USAGE', `${name}: whenFull is ${String(whenFull)}`, {
    hint: "write 'wait' or 'drop'",
  });
}
