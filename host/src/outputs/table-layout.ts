import type { Packet } from '../data/packet.ts';
import type { TableColumn } from './table-column.ts';

const gap = 2;
const mark = '…';
/** Text below this says nothing any more: rather leave a column out. */
const leastText = 8;
/** No value makes its column wider: all other rows would be filled up to it. */
const widest = 1024;
/** Room that is left goes to columns of text up to this. */
const generous = 64;

/** A table of fixed widths: how to write its lines. */
export class TableLayout {
  /** Columns that found no room, at the right. */
  readonly leftOut: number;
  private readonly columns: readonly TableColumn[];
  private readonly widths: readonly number[];
  /** A value longer than this is cut, by column. */
  private readonly most: readonly number[];

  constructor(
    columns: readonly TableColumn[],
    widths: readonly number[],
    most: readonly number[],
    leftOut: number,
  ) {
    this.columns = columns;
    this.widths = widths;
    this.most = most;
    this.leftOut = leftOut;
  }

  header(): string {
    const cells = this.columns.map((column, i) => column.cut(column.header, this.most[i]!));
    if (this.leftOut > 0) return `${this.line(cells, true)} ${mark}`;
    return this.line(cells, false);
  }

  row(packet: Packet, row: number): string {
    return this.line(
      this.columns.map((column, i) => column.text(packet, row, this.most[i]!)),
      false,
    );
  }

  private line(cells: readonly string[], whole: boolean): string {
    const line = cells.map((cell, i) => this.columns[i]!.pad(cell, this.widths[i]!)).join(' '.repeat(gap));
    return whole ? line : line.trimEnd();
  }
}

/**
 * Finds widths. Without a limit (`available` is infinite) nothing is cut but by `columns.maxwidth`: a value too long for its
 * column moves the rest of its line. With one no line is longer: text gives way, then columns at the right are left out.
 * `later`: more packets will use these widths.
 */
export function layOut(
  columns: readonly TableColumn[],
  packet: Packet,
  available: number,
  later: boolean,
): TableLayout {
  const natural = columns.map((column) => {
    const most = Math.min(available, column.maxWidth);
    const measured = column.fixedWidth ?? column.measure(packet, Math.min(most, widest));
    const asked = later && column.fixedWidth === undefined ? Math.max(measured, column.usualWidth) : measured;
    return Math.min(most, Math.max(asked, column.minWidth));
  });
  if (available === Infinity) {
    return new TableLayout(
      columns,
      natural,
      columns.map((column) => column.maxWidth),
      0,
    );
  }
  const least = columns.map((column, i) =>
    column.canShrink ? Math.min(natural[i]!, Math.max(column.minWidth, leastText)) : natural[i]!,
  );
  const count = fitting(least, available);
  const leftOut = columns.length - count;
  const room = Math.max(1, available - gap * (count - 1) - (leftOut > 0 ? gap : 0));
  let widths = natural.slice(0, count);
  if (count === 1) widths = [Math.min(widths[0]!, room)];
  else if (sum(widths) > room) widths = level(widths, least, room);
  else if (later) widths = spread(columns.slice(0, count), widths, room);
  return new TableLayout(columns.slice(0, count), widths, widths, leftOut);
}

/** How many columns from the left find room at their least; one always does. */
function fitting(least: readonly number[], available: number): number {
  const total = (count: number): number => sum(least.slice(0, count)) + gap * (count - 1);
  let count = least.length;
  if (total(count) <= available) return count;
  // The mark for what is left out takes room, too.
  while (count > 1 && total(count) + gap > available) count--;
  return Math.min(count, least.length - 1) || 1;
}

/** Lowers the widest to one level, none below its least, until all fit. */
function level(widths: readonly number[], least: readonly number[], room: number): number[] {
  const at = (height: number): number[] =>
    widths.map((width, i) => Math.min(width, Math.max(least[i]!, height)));
  let low = 0;
  let high = Math.max(...widths);
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (sum(at(middle)) <= room) low = middle;
    else high = middle;
  }
  const result = at(low);
  let spare = room - sum(result);
  for (let i = 0; i < result.length && spare > 0; i++) {
    if (result[i]! >= widths[i]!) continue;
    result[i]!++;
    spare--;
  }
  return result;
}

/** Gives the room that is left to text whose width nobody fixed, and all that then is left to the last column. */
function spread(columns: readonly TableColumn[], widths: readonly number[], room: number): number[] {
  const grows = (column: TableColumn): boolean => column.canShrink && column.fixedWidth === undefined;
  const wish = columns.map((column, i) =>
    grows(column) ? Math.max(widths[i]!, Math.min(generous, column.maxWidth)) : widths[i]!,
  );
  const result = sum(wish) <= room ? wish : level(wish, widths, room);
  const last = columns.length - 1;
  if (last >= 0 && grows(columns[last]!)) {
    result[last] = Math.min(columns[last]!.maxWidth, result[last]! + room - sum(result));
  }
  return result;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
