import { clean } from '../clean.ts';
import type { DataSource } from '../data/data-source.ts';
import type { Field } from '../data/field.ts';
import type { Packet } from '../data/packet.ts';
import { cut } from './fit-text.ts';
import type { Output } from './output.ts';
import { type PrintOptions, Printed } from './printed.ts';
import { type Block, Screen } from './screen.ts';
import type { Sink } from './sink.ts';
import { isHiddenColumn, TableColumn } from './table-column.ts';
import { layOut, type TableLayout } from './table-layout.ts';

/** What a table may be told. */
export interface TableOptions extends PrintOptions {
  /** Bold headers. Default: on a terminal, unless the environment has a NO_COLOR that is not empty or TERM is `dumb`. */
  color?: boolean;
  /** Snapshots are drawn over the one before. Default: on a terminal, unless TERM is `dumb`. */
  inPlace?: boolean;
  /** The region of the terminal to draw in. Whoever writes there besides calls its `forget` or `print`. Default: its own. */
  screen?: Screen;
}

/**
 * Rows for people: a header, then a line for each row. What is not set is empty; see {@link TableColumn} for what a field's
 * annotations do.
 *
 * - Events stream below one header, which is repeated when another source had the last word. Widths come from the first
 *   packet. Snapshots are tables of their own with a blank line between; on a terminal each is drawn over the one before,
 *   cut to the screen's height, and the last is printed in full at the end.
 * - On a terminal no line is wider than it: long text is cut with `…`, columns that find no room are left out, which a
 *   `…` at the end of the header shows. Elsewhere only `columns.maxwidth` cuts.
 * - With several sources each table has the source's name above it.
 */
export function tableOutput(sink: Sink, options: TableOptions = {}): Output {
  return new TableOutput(sink, options);
}

interface Table {
  columns: readonly TableColumn[];
  /** Of the first packet, for events. */
  layout?: TableLayout;
  /** Width for which the layout was made. */
  available?: number;
}

/** Lines written at once, and UTF-16 units after which fewer will do. */
const linesAtOnce = 512;
const unitsAtOnce = 1 << 20;

class TableOutput implements Output {
  private readonly sink: Sink;
  private readonly screen: Screen;
  private readonly inPlace: boolean;
  private readonly bold: (text: string) => string;
  private readonly printed: Printed<Table>;
  /** The source whose header stands above what is written next. */
  private last: DataSource | undefined;

  constructor(sink: Sink, options: TableOptions) {
    const { NO_COLOR: noColor = '', TERM: term } = process.env;
    const capable = sink.isTerminal && term !== 'dumb';
    this.sink = sink;
    this.screen = options.screen ?? new Screen(sink);
    this.inPlace = options.inPlace ?? capable;
    this.bold =
      (options.color ?? (capable && noColor === '')) ? (text) => `\x1b[1m${text}\x1b[0m` : (text) => text;
    this.printed = new Printed(
      options,
      (_, fields) => ({ columns: fields.map((field) => new TableColumn(field)) }),
      isHiddenColumn,
    );
  }

  fields(source: DataSource): readonly Field[] | undefined {
    return this.printed.fields(source);
  }

  write(packet: Packet): void | Promise<void> {
    const table = this.printed.get(packet.source);
    if (table === undefined || table.columns.length === 0) return undefined;
    if (packet.source.delivery === 'events') return this.events(packet, table);
    if (this.inPlace) return this.screen.show(packet.source, this.block(packet, table.columns));
    const layout = layOut(table.columns, packet, this.sink.columns, false);
    const head = [...this.blank(), ...this.head(packet.source, layout)];
    this.last = packet.source;
    return this.lines(head, packet, layout);
  }

  close(): void | Promise<void> {
    return this.screen.finish();
  }

  private events(packet: Packet, table: Table): void | Promise<void> {
    const { columns } = this.sink;
    if (packet.length === 0) return undefined;
    if (table.layout === undefined || table.available !== columns) {
      // A window of another width needs a header of its own.
      if (table.layout !== undefined) this.last = undefined;
      table.layout = layOut(table.columns, packet, columns, true);
      table.available = columns;
    }
    const { layout } = table;
    const head = this.last === packet.source ? [] : [...this.blank(), ...this.head(packet.source, layout)];
    this.last = packet.source;
    return this.lines(head, packet, layout);
  }

  /** Writes lines, then all rows of a packet. */
  private async lines(head: readonly string[], packet: Packet, layout: TableLayout): Promise<void> {
    let lines = [...head];
    let units = 0;
    for (let row = 0; row < packet.length; row++) {
      const line = layout.row(packet, row);
      lines.push(line);
      units += line.length;
      if (lines.length < linesAtOnce && units < unitsAtOnce) continue;
      await this.screen.print(lines);
      lines = [];
      units = 0;
    }
    if (lines.length > 0) await this.screen.print(lines);
  }

  /** A blank line below what is there already. */
  private blank(): string[] {
    return this.last === undefined ? [] : [''];
  }

  private head(source: DataSource, layout: TableLayout): string[] {
    const header = this.bold(layout.header());
    return this.printed.several ? [this.title(source), header] : [header];
  }

  private title(source: DataSource): string {
    const { columns } = this.sink;
    const name = clean(source.name);
    return this.bold(columns === Infinity ? `${name}:` : cut(`${name}:`, columns, 'end'));
  }

  private block(packet: Packet, columns: readonly TableColumn[]): Block {
    let layout: TableLayout | undefined;
    let width = 0;
    return {
      count: () => packet.length + (this.printed.several ? 2 : 1),
      lines: (available, most) => {
        if (layout === undefined || width !== available) {
          layout = layOut(columns, packet, available, false);
          width = available;
        }
        const lines = this.head(packet.source, layout);
        for (let row = 0; row < packet.length && lines.length < most; row++)
          lines.push(layout.row(packet, row));
        return lines.slice(0, most);
      },
    };
  }
}
