import { clean } from '../clean.ts';
import type { Field } from '../data/field.ts';
import { isBytesKind, type Kind } from '../data/kind.ts';
import type { Packet } from '../data/packet.ts';
import { type Cell, cellOf } from './cell.ts';
import { cut, type Ellipsis, pad, widthOf } from './fit-text.ts';

/**
 * A column of a table: what the field's kind and annotations say about it.
 *
 * - `columns.width`: cells it takes; else its values decide.
 * - `columns.minwidth`, `columns.maxwidth`: bounds, in cells.
 * - `columns.alignment`: `left` or `right`; else numbers are at the right.
 * - `columns.ellipsis`: `end` (else), `start` or `middle` gives way when a value is too long.
 * - `columns.hidden`: `true`: only printed when asked for by name.
 * - `value.unit`: see `units.ts`.
 *
 * An annotation that is none of these is ignored: it comes from a gadget, and a table is no place to fail.
 */
export class TableColumn {
  readonly field: Field;
  readonly header: string;
  readonly fixedWidth: number | undefined;
  readonly minWidth: number;
  readonly maxWidth: number;
  /** Text can be cut and still be of use; half a number is a wrong number. */
  readonly canShrink: boolean;
  private readonly right: boolean;
  private readonly ellipsis: Ellipsis;
  private readonly cell: Cell;

  constructor(field: Field) {
    const note = (key: string): string => field.annotations.get(`columns.${key}`) ?? '';
    this.field = field;
    this.header = clean(field.name).toUpperCase();
    this.minWidth = cells(note('minwidth')) ?? 1;
    this.maxWidth = Math.max(this.minWidth, cells(note('maxwidth')) ?? Infinity);
    const fixed = cells(note('width'));
    this.fixedWidth =
      fixed === undefined ? undefined : Math.min(Math.max(fixed, this.minWidth), this.maxWidth);
    this.canShrink = isBytesKind(field.kind);
    const alignment = note('alignment');
    this.right =
      alignment === 'right' || (alignment !== 'left' && !this.canShrink && field.kind !== 'boolean');
    const ellipsis = note('ellipsis');
    this.ellipsis = ellipsis === 'start' || ellipsis === 'middle' ? ellipsis : 'end';
    this.cell = cellOf(field);
  }

  /** A value, cut to `most` cells; empty when it is not set. */
  text(packet: Packet, row: number, most: number): string {
    const column = packet.column(this.field);
    if (column === undefined || !column.isSet(row)) return '';
    return this.cut(this.cell(column, row, most), most);
  }

  /** Cells that the header and the first values of a packet need, at most `most`. */
  measure(packet: Packet, most: number): number {
    let width = widthOf(this.header);
    const rows = Math.min(packet.length, measuredRows);
    for (let row = 0; row < rows && width < most; row++) {
      width = Math.max(width, widthOf(this.text(packet, row, most)));
    }
    return Math.min(width, most);
  }

  /** Cells to leave for later values of this kind. */
  get usualWidth(): number {
    return usual[this.field.kind];
  }

  cut(text: string, width: number): string {
    return width === Infinity ? text : cut(text, width, this.ellipsis);
  }

  pad(text: string, width: number): string {
    return pad(text, width, this.right);
  }
}

/** Whether a field is left out of a table unless it was asked for by name. */
export function isHiddenColumn(field: Field): boolean {
  return field.hidden || field.annotations.get('columns.hidden') === 'true';
}

/** Rows that decide widths; one look at more of them would cost more than a column that is a little too narrow. */
const measuredRows = 4096;

/** Widths that hold most values of a kind: events come one by one, and the first says little about the next. */
const usual: Readonly<Record<Kind, number>> = {
  boolean: 5,
  int8: 4,
  uint8: 3,
  int16: 6,
  uint16: 5,
  int32: 7,
  uint32: 7,
  int64: 12,
  uint64: 12,
  float32: 10,
  float64: 10,
  text: 16,
  bytes: 16,
  other: 16,
};

/** A width from an annotation: 1 to 9999. */
function cells(value: string): number | undefined {
  return /^[1-9][0-9]{0,3}$/.test(value) ? Number(value) : undefined;
}
