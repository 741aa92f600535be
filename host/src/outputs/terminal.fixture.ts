import type { Sink } from './sink.ts';

/** A terminal for tests: keeps lines and understands just the sequences that we write. Anything else fails. */
export class TestTerminal implements Sink {
  readonly isTerminal = true;
  columns: number;
  rows: number;
  /** Everything so far, what scrolled away included. */
  private readonly lines: string[] = [''];
  private row = 0;

  constructor(columns: number, rows: number) {
    this.columns = columns;
    this.rows = rows;
  }

  write(text: string | Uint8Array): void {
    const parts = Buffer.from(text as string)
      .toString()
      .split(/(\x1b\[[0-9;?]*[A-Za-z]|[\n\r])/);
    for (const part of parts) this.take(part);
  }

  /** All lines, trailing empty ones left out. */
  get text(): string {
    return this.lines.join('\n').trimEnd();
  }

  /** The lines that the screen shows. */
  get visible(): string[] {
    return this.lines.slice(this.top);
  }

  private get top(): number {
    return Math.max(0, this.lines.length - this.rows);
  }

  private take(part: string): void {
    if (part === '' || part === '\r' || part === '\x1b[1m' || part === '\x1b[0m') return;
    if (part === '\n') {
      this.row++;
      if (this.row === this.lines.length) this.lines.push('');
    } else if (part === '\x1b[2K') this.lines[this.row] = '';
    else if (part === '\x1b[J') this.lines.splice(this.row, Infinity, '');
    else if (/^\x1b\[\d+A$/.test(part)) this.row = Math.max(this.top, this.row - Number(part.slice(2, -1)));
    else if (part.startsWith('\x1b')) throw new Error(`a sequence nobody planned: ${JSON.stringify(part)}`);
    else this.lines[this.row] += part;
  }
}
