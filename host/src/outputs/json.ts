import type { DataSource } from '../data/data-source.ts';
import type { Field } from '../data/field.ts';
import type { Packet } from '../data/packet.ts';
import { Chunked } from './chunked.ts';
import { JsonRow } from './json-row.ts';
import { safeJson } from './json-text.ts';
import type { Output } from './output.ts';
import { type PrintOptions, Printed } from './printed.ts';
import type { Sink } from './sink.ts';

const newline = 0x0a;
const closeBrace = 0x7d;

/**
 * One JSON object a line, for every row; snapshots too, so an empty one prints nothing.
 *
 * - Several sources: each line is an object with one key, the source's name, that holds the row: `{"open":{"pid":1}}`.
 *   With one source the line is the row itself.
 * - `a.b` is `b` inside an object `a`. What is unset is absent, and so is an object in which nothing is set.
 * - Whole numbers have all their digits, beyond 2^53 too. A float has the digits that read back as the same double; NaN and
 *   infinities are the strings `"NaN"`, `"Infinity"`, `"-Infinity"`, as JSON has no word for them.
 * - Text that is not UTF-8 has U+FFFD in place of the broken bytes; fixed-size text ends at its first NUL. Bytes are
 *   base64. Lists are arrays of such. Kind `other` is its JSON text as it came.
 * - DEL, C1 and bidi controls, line separators and invisible characters are written as `\uXXXX`: the same text for a parser,
 *   harmless to a terminal.
 */
export function jsonOutput(sink: Sink, options: PrintOptions = {}): Output {
  return new JsonOutput(sink, options);
}

interface Lines {
  row: JsonRow;
  /** `{"open":`, for when several sources are printed. */
  label: Uint8Array;
}

class JsonOutput implements Output {
  private readonly chunked: Chunked;
  private readonly printed: Printed<Lines>;

  constructor(sink: Sink, options: PrintOptions) {
    this.chunked = new Chunked(sink);
    this.printed = new Printed(options, (source, fields) => ({
      row: new JsonRow(fields),
      label: new TextEncoder().encode(`{${safeJson(source.name)}:`),
    }));
  }

  fields(source: DataSource): readonly Field[] | undefined {
    return this.printed.fields(source);
  }

  write(packet: Packet): void | Promise<void> {
    const lines = this.printed.get(packet.source);
    if (lines === undefined) return undefined;
    const { row: object, label } = lines;
    const out = this.chunked.out;
    object.bind(packet);
    if (!this.printed.several) {
      return this.chunked.rows(packet.length, (row) => {
        object.put(out, row);
        out.putByte(newline);
      });
    }
    return this.chunked.rows(packet.length, (row) => {
      out.put(label);
      object.put(out, row);
      out.putByte(closeBrace);
      out.putByte(newline);
    });
  }

  close(): void | Promise<void> {
    return this.chunked.flush();
  }
}
