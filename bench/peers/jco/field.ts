import type { Packed } from '../../../host/src/generated/gadget-api-field.ts';
import { type Column, NumberColumn, TextColumn } from './column.ts';
import { ApiFailure } from './failure.ts';
import type { Packet } from './packet.ts';

/** A field of the source: what `bench/gadgets/calls-rust` calls of it, under the names that jco looks for. */
export class Field {
  private readonly place: number;
  private readonly called: string;
  private readonly has: Column['kind'];

  constructor(place: number, name: string, kind: Column['kind']) {
    this.place = place;
    this.called = name;
    this.has = kind;
  }

  name(): string {
    return this.called;
  }

  kind(): Column['kind'] {
    return this.has;
  }

  fixedSize(): undefined {
    return undefined;
  }

  getU32(packet: Packet, row: number): number {
    const { values } = this.numbers(packet);
    requireRow(packet, row);
    return values[row]!;
  }

  getText(packet: Packet, row: number): string {
    const { values } = this.texts(packet);
    requireRow(packet, row);
    return values[row]!;
  }

  setText(packet: Packet, row: number, text: string): void {
    this.texts(packet);
    requireRow(packet, row);
    packet.writeText(this.place, row, text);
  }

  columnU32(packet: Packet): Uint32Array {
    return this.numbers(packet).values;
  }

  columnPacked(packet: Packet): Packed {
    return this.texts(packet).packed;
  }

  setColumnU32(packet: Packet, values: Uint32Array): void {
    this.numbers(packet);
    requireLength(packet, values);
    packet.replace(this.place, new NumberColumn(values));
  }

  setColumnPacked(packet: Packet, values: Packed): void {
    this.texts(packet);
    requireLength(packet, values.ends);
    packet.replace(this.place, new TextColumn(values));
  }

  columnIsSet(packet: Packet): boolean[] {
    return Array.from({ length: packet.length }, () => true);
  }

  /** Guests unset again what had no value before, and there is no such row. */
  unset(): void {
    throw new ApiFailure({ tag: 'denied', val: 'every row has a value here' });
  }

  private numbers(packet: Packet): NumberColumn {
    const column = packet.columns[this.place];
    if (column instanceof NumberColumn) return column;
    throw new ApiFailure({ tag: 'wrong-kind', val: `${this.called} is of kind ${this.has}` });
  }

  private texts(packet: Packet): TextColumn {
    const column = packet.columns[this.place];
    if (column instanceof TextColumn) return column;
    throw new ApiFailure({ tag: 'wrong-kind', val: `${this.called} is of kind ${this.has}` });
  }
}

function requireRow({ length }: Packet, row: number): void {
  if (row >= length) throw new ApiFailure({ tag: 'out-of-range', val: `there is no row ${row}` });
}

function requireLength({ length }: Packet, values: Uint32Array): void {
  if (values.length === length) return;
  throw new ApiFailure({ tag: 'out-of-range', val: `${values.length} values for ${length} rows` });
}
