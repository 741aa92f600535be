/** Runs a source without a run, for the tests of sources. */
import { DataSource } from '../data/data-source.ts';
import { parseFieldType } from '../data/field-type.ts';
import { valueAt, type Value } from '../data/packet.ts';
import type { FieldSpec, Source, SourceProblem } from './source.ts';

/** What came of a source. */
export interface Collected {
  fields: readonly FieldSpec[];
  /** One list of rows for each packet; unset values are absent. */
  packets: Record<string, Value>[][];
  rows: Record<string, Value>[];
  problems: SourceProblem[];
}

export interface CollectOptions {
  signal?: AbortSignal;
  maxRows?: number;
  /** Names of fields that nobody asks for. */
  unread?: readonly string[];
  /** Gets everything collected so far after each packet. */
  onPacket?: (collected: Collected) => void | Promise<void>;
  /** What the run ends with; by default it is thrown. */
  onError?: (error: unknown) => void;
}

export async function collect(source: Source, options: CollectOptions = {}): Promise<Collected> {
  const signal = options.signal ?? new AbortController().signal;
  const collected: Collected = { fields: [], packets: [], rows: [], problems: [] };
  try {
    collected.fields = await source.open(signal);
    const dataSource = new DataSource('test', source.delivery);
    for (const { name, kind: type, ...more } of collected.fields) {
      const { kind, elements } = parseFieldType(type)!;
      dataSource.addField(name, kind, { ...more, elements }).printed =
        options.unread?.includes(name) !== true;
    }
    await source.run({
      source: dataSource,
      signal,
      maxRows: options.maxRows ?? 8192,
      async push(packet) {
        const rows = Array.from({ length: packet.length }, (_, row) => {
          const entries = dataSource.fields.map(
            (field) => [field.name, valueAt(packet, field, row)] as const,
          );
          return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
        });
        collected.packets.push(rows);
        collected.rows.push(...rows);
        await options.onPacket?.(collected);
      },
      report: (problem) => collected.problems.push(problem),
    });
  } catch (error) {
    if (options.onError === undefined) throw error;
    options.onError(error);
  } finally {
    await source.close();
  }
  return collected;
}

/** A stream of these chunks. */
export async function* chunks(...parts: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) {
    await new Promise(setImmediate);
    yield typeof part === 'string' ? Buffer.from(part) : part;
  }
}
