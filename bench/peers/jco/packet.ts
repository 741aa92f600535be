import { type Column, TextColumn } from './column.ts';

/** Rows as the guest sees them in one call. What it writes does not reach the columns they were made from. */
export class Packet {
  readonly length: number;
  /** In the order of the fields. */
  readonly columns: Column[];
  /** Texts of single values that were written, by place of their field. */
  private readonly written: (string[] | undefined)[] = [];

  constructor(length: number, columns: readonly Column[]) {
    this.length = length;
    this.columns = [...columns];
  }

  len(): number {
    return this.length;
  }

  /** Sets one text; the first copies the column. */
  writeText(place: number, row: number, text: string): void {
    let texts = this.written[place];
    if (texts === undefined) {
      texts = [...(this.columns[place] as TextColumn).values];
      this.columns[place] = new TextColumn(texts);
      this.written[place] = texts;
    }
    texts[row] = text;
  }

  /** Sets a whole column. */
  replace(place: number, column: Column): void {
    this.columns[place] = column;
    this.written[place] = undefined;
  }
}
