import type { Packet } from '../data/packet.ts';
import type { Registry } from '../data/registry.ts';
import { GadgetError } from '../errors.ts';
import type { Limits } from '../limits.ts';
import type { Source, SourceProblem } from '../sources/source.ts';
import type { RunOptions } from './options.ts';
import { PushSource, type SourceInput } from './pushed-source.ts';
import { declareSource } from './schema.ts';

/** What sources tell the run. */
export interface SourceEvents {
  push(packet: Packet): void | Promise<void>;
  problem(source: string, problem: SourceProblem): void;
  /** Reading failed. */
  failed(error: unknown): void;
}

/** The sources of a run, by name. */
export class SourceSet {
  private readonly sources: Map<string, Source>;
  private readonly registry: Registry;
  private readonly limits: Readonly<Limits>;

  constructor(sources: RunOptions['sources'], registry: Registry, limits: Readonly<Limits>) {
    this.registry = registry;
    this.limits = limits;
    this.sources = new Map(
      Object.entries(sources ?? {}).map(([name, source]) => [
        name,
        'schema' in source ? new PushSource(name, source, limits) : source,
      ]),
    );
  }

  get size(): number {
    return this.sources.size;
  }

  /** The end to push rows into. Throws `E_SOURCE_UNKNOWN`. */
  input(name: string): SourceInput {
    const source = this.sources.get(name);
    if (source instanceof PushSource) return source;
    const why = source === undefined ? 'there is no source' : 'rows are not pushed into source';
    throw new GadgetError('E_SOURCE_UNKNOWN', `${why} ${name}`, {
      hint: 'give it to createRun as sources: { name: { schema } }',
    });
  }

  /** Opens all at once and declares their fields, in the order given. */
  async open(signal: AbortSignal): Promise<void> {
    const opened = await Promise.all(
      [...this.sources].map(async ([name, source]) => ({ name, source, fields: await source.open(signal) })),
    );
    for (const { name, source, fields } of opened) {
      const declared = declareSource(this.registry, name, source.delivery, fields, this.limits);
      if (source instanceof PushSource) source.attach(declared);
    }
  }

  /** Lets all of them push; resolves when all have ended. */
  async run(signal: AbortSignal, events: SourceEvents): Promise<void> {
    await Promise.all(
      [...this.sources].map(async ([name, source]) => {
        const declared = this.registry.get(name)!;
        const { maxSnapshotRows, maxPacketRows } = this.limits;
        try {
          await source.run({
            source: declared,
            signal,
            maxRows: declared.delivery === 'snapshots' ? maxSnapshotRows : maxPacketRows,
            push: (packet) => events.push(packet),
            report: (problem) => events.problem(name, problem),
          });
        } catch (error) {
          events.failed(error);
        }
      }),
    );
  }

  /** Closes all, also when one fails; gives the failures. */
  async close(): Promise<unknown[]> {
    const closed = await Promise.allSettled([...this.sources.values()].map((source) => source.close()));
    return closed.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
  }
}
