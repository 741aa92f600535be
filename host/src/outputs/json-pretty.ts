import type { DataSource } from '../data/data-source.ts';
import type { Field } from '../data/field.ts';
import type { Packet } from '../data/packet.ts';
import { ByteBuffer } from './byte-buffer.ts';
import { Chunked } from './chunked.ts';
import { putBreak, putIndented } from './json-indent.ts';
import { JsonRow } from './json-row.ts';
import { safeJson } from './json-text.ts';
import type { Output } from './output.ts';
import { type PrintOptions, Printed } from './printed.ts';
import type { Sink } from './sink.ts';

/**
 * JSON for people: indented by two spaces, values as `jsonOutput` writes them. Each event is an object, each snapshot an
 * array of objects (`[]` when it has no rows); one follows the other on a new line. With several sources each is inside
 * an object with one key, the source's name.
 */
export function jsonPrettyOutput(sink: Sink, options: PrintOptions = {}): Output {
  return new JsonPrettyOutput(sink, options);
}

interface Values {
  row: JsonRow;
  /** The source's name as JSON. */
  name: string;
}

class JsonPrettyOutput implements Output {
  private readonly chunked: Chunked;
  private readonly scratch = new ByteBuffer(4096);
  private readonly printed: Printed<Values>;

  constructor(sink: Sink, options: PrintOptions) {
    this.chunked = new Chunked(sink);
    this.printed = new Printed(options, (source, fields) => ({
      row: new JsonRow(fields),
      name: safeJson(source.name),
    }));
  }

  fields(source: DataSource): readonly Field[] | undefined {
    return this.printed.fields(source);
  }

  write(packet: Packet): void | Promise<void> {
    const values = this.printed.get(packet.source);
    if (values === undefined) return undefined;
    values.row.bind(packet);
    const label = this.printed.several ? values.name : undefined;
    return packet.source.delivery === 'snapshots'
      ? this.snapshot(packet.length, values.row, label)
      : this.events(packet.length, values.row, label);
  }

  close(): void | Promise<void> {
    return this.chunked.flush();
  }

  private events(count: number, object: JsonRow, label: string | undefined): void | Promise<void> {
    return this.chunked.rows(count, (row) => {
      this.begin(label);
      this.put(object, row, label === undefined ? 0 : 1);
      this.end(label);
    });
  }

  private snapshot(count: number, object: JsonRow, label: string | undefined): void | Promise<void> {
    const out = this.chunked.out;
    const depth = label === undefined ? 0 : 1;
    this.begin(label);
    out.putAscii('[');
    if (count === 0) this.endSnapshot(label, false);
    return this.chunked.rows(count, (row) => {
      if (row > 0) out.putAscii(',');
      putBreak(out, depth + 1);
      this.put(object, row, depth + 1);
      if (row === count - 1) this.endSnapshot(label, true);
    });
  }

  private endSnapshot(label: string | undefined, rows: boolean): void {
    if (rows) putBreak(this.chunked.out, label === undefined ? 0 : 1);
    this.chunked.out.putAscii(']');
    this.end(label);
  }

  private put(object: JsonRow, row: number, depth: number): void {
    object.put(this.scratch, row);
    putIndented(this.chunked.out, this.scratch.bytes(), depth);
    this.scratch.clear();
  }

  private begin(label: string | undefined): void {
    if (label !== undefined) this.chunked.out.put(new TextEncoder().encode(`{\n  ${label}: `));
  }

  private end(label: string | undefined): void {
    this.chunked.out.putAscii(label === undefined ? '\n' : '\n}\n');
  }
}
