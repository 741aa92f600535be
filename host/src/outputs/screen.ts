import type { Sink } from './sink.ts';

/** Lines that change as a whole, made for a width in cells. */
export interface Block {
  /** How many lines there are. */
  count(columns: number): number;
  /** The first `most` lines, none wider than `columns`. */
  lines(columns: number, most: number): string[];
}

/**
 * The lower end of a terminal: blocks that are drawn over their own earlier state, below text that scrolls away above them.
 * What does not fit the screen is left out and counted, until {@link finish} prints all of it.
 */
export class Screen {
  private readonly sink: Sink;
  private readonly blocks = new Map<unknown, Block>();
  /** Lines of the region as it stands, right above the cursor. */
  private drawn = 0;
  private drawnColumns = 0;
  private clipped = false;

  constructor(sink: Sink) {
    this.sink = sink;
  }

  /** Shows a block in place of the one of the same key. */
  show(key: unknown, block: Block): void | Promise<void> {
    this.blocks.set(key, block);
    return this.sink.write(this.back() + this.draw(this.sink.rows - 1));
  }

  /** Prints lines that stay, above the blocks. */
  print(lines: readonly string[]): void | Promise<void> {
    if (this.blocks.size === 0) return this.sink.write(lines.map((line) => `${line}\n`).join(''));
    const above = this.back() + lines.map((line) => `${eraseLine}${line}\n`).join('');
    return this.sink.write(above + this.draw(this.sink.rows - 1));
  }

  /**
   * Somebody else is about to write to this terminal: what is shown stays as it is, and the next state is printed below.
   */
  forget(): void {
    this.drawn = 0;
  }

  /** The last state in full, should it have been too high for the screen. */
  finish(): void | Promise<void> {
    if (!this.clipped) return undefined;
    return this.sink.write(this.back() + this.draw(Infinity));
  }

  /** Moves to the region's first line. */
  private back(): string {
    // A terminal of another width has broken the lines anew, and nobody knows where they begin now.
    if (this.drawnColumns !== this.sink.columns) this.drawn = 0;
    return this.drawn === 0 ? '' : `\x1b[${this.drawn}A\r`;
  }

  private draw(most: number): string {
    const columns = this.sink.columns;
    const lines = this.fitting(columns, Math.max(1, most));
    this.drawn = lines.length;
    this.drawnColumns = columns;
    return `${lines.map((line) => `${eraseLine}${line}\n`).join('')}${eraseBelow}`;
  }

  private fitting(columns: number, most: number): string[] {
    const counts = [...this.blocks.values()].map((block) => block.count(columns));
    const shares = share(counts, most - Math.max(0, counts.length - 1));
    this.clipped = counts.some((count, i) => count > shares[i]!);
    return [...this.blocks.values()].flatMap((block, i) => {
      const shown = shares[i]!;
      const missing = counts[i]! - shown + 1;
      const between = i > 0 ? [''] : [];
      if (counts[i]! <= shown) return [...between, ...block.lines(columns, shown)];
      return [...between, ...block.lines(columns, shown - 1), `… ${missing} more lines`.slice(0, columns)];
    });
  }
}

const eraseLine = '\x1b[2K';
const eraseBelow = '\x1b[J';

/** Divides lines among blocks: small ones get all they need, the others equal parts, each at least one. */
function share(counts: readonly number[], total: number): number[] {
  const shares = counts.map(() => 0);
  const bySize = counts.map((_, i) => i).sort((a, b) => counts[a]! - counts[b]!);
  let left = total;
  bySize.forEach((i, rank) => {
    const part = Math.max(1, Math.floor(left / (bySize.length - rank)));
    shares[i] = Math.min(counts[i]!, part);
    left -= shares[i];
  });
  return shares;
}
