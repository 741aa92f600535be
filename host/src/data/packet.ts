import type { BytesColumn } from './bytes-column.ts';
import type { Column } from './column.ts';
import type { DataSource } from './data-source.ts';
import type { Field } from './field.ts';
import { elementsIn, type ListElement } from './list-array.ts';

/**
 * A batch of rows of one data source, as columns. Packets are never changed: a gadget works on a draft laid over one, and
 * what it leaves becomes the next packet.
 */
export class Packet {
  readonly source: DataSource;
  readonly length: number;
  /** By field index. A field added after the packet was made has none and is unset in every row. */
  readonly columns: readonly (Column | undefined)[];

  constructor(source: DataSource, length: number, columns: readonly (Column | undefined)[]) {
    this.source = source;
    this.length = length;
    this.columns = columns;
  }

  column(field: Field): Column | undefined {
    return this.columns[field.index];
  }

  /** The rows as JavaScript objects, keyed by field name; what is unset is left out. Lists are arrays, kind `other` is parsed JSON. */
  *rows(): Generator<Record<string, unknown>> {
    for (let row = 0; row < this.length; row++) {
      const object: Record<string, unknown> = {};
      for (const field of this.source.fields) {
        const value = valueAt(this, field, row);
        if (value === undefined) continue;
        const isJson = field.kind === 'other' && field.elements === undefined;
        define(object, field.name, isJson ? JSON.parse(value as string) : value);
      }
      yield object;
    }
  }

  /** Rows `start .. end` without a copy of the values. */
  window(start: number, end: number): Packet {
    if (start === 0 && end === this.length) return this;
    const columns = this.columns.map((column) => column?.window(start, end));
    return new Packet(this.source, end - start, columns);
  }

  /** This packet with other fields unset. */
  only(wanted: (field: Field) => boolean): Packet {
    const columns = this.columns.map((column, i) => (wanted(this.source.fields[i]!) ? column : undefined));
    return new Packet(this.source, this.length, columns);
  }

  /** This packet in pieces of at most `rows` rows. Snapshots are never cut. */
  *cut(rows: number): Generator<Packet> {
    if (this.source.delivery === 'snapshots' || this.length <= rows) {
      yield this;
      return;
    }
    for (let start = 0; start < this.length; start += rows) {
      yield this.window(start, Math.min(start + rows, this.length));
    }
  }
}

/** A value as JavaScript sees it: bigint for 64-bit kinds, an array of such for lists, `undefined` where nothing is set. */
export type Value = ListElement | readonly ListElement[] | undefined;

/** Reads one value. Text ends at the first NUL when its size is fixed; kind `other`, but for lists, gives its JSON text. */
export function valueAt(packet: Packet, field: Field, row: number): Value {
  const column = packet.columns[field.index];
  if (column === undefined || !column.isSet(row)) return undefined;
  switch (field.kind) {
    case 'boolean':
      return column.kind === 'boolean' ? column.value(row) === 1 : undefined;
    case 'text':
      return textAt(column as BytesColumn, field, row);
    case 'other':
      return field.elements === undefined
        ? (column as BytesColumn).text(row)
        : elementsIn(field.elements, (column as BytesColumn).bytes(row));
    case 'bytes':
      return (column as BytesColumn).bytes(row).slice();
    default:
      return 'value' in column ? column.value(row) : undefined;
  }
}

/** A text value; fixed-size text ends at its first NUL, as a C string does. */
export function textAt(column: BytesColumn, field: Field, row: number): string {
  const text = column.text(row);
  if (field.fixedSize === undefined) return text;
  const end = text.indexOf('\0');
  return end < 0 ? text : text.slice(0, end);
}

/** Field names come from anywhere, `__proto__` included. */
function define(object: object, name: string, value: unknown): void {
  Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
}
