import { ByteBuffer } from './byte-buffer.ts';
import type { Sink } from './sink.ts';

/** Bytes gathered before the sink gets them: few calls, and a packet of large values needs no memory for all of them. */
const chunkBytes = 256 * 1024;

/** Gathers what is written row by row and hands it to a sink in large pieces. */
export class Chunked {
  readonly out: ByteBuffer = new ByteBuffer(chunkBytes + 64 * 1024);
  private readonly sink: Sink;

  constructor(sink: Sink) {
    this.sink = sink;
  }

  /** Calls `put`, which writes to `out`, for every row from `from` to before `count`; flushes in between and after. */
  rows(count: number, put: (row: number) => void, from: number = 0): void | Promise<void> {
    for (let row = from; row < count; row++) {
      put(row);
      if (this.out.used < chunkBytes) continue;
      const written = this.flush();
      if (written !== undefined) return written.then(() => this.rows(count, put, row + 1));
    }
    return this.flush();
  }

  /** Hands what is there to the sink. */
  flush(): void | Promise<void> {
    const out = this.out;
    if (out.used === 0) return undefined;
    const written = this.sink.write(out.bytes());
    if (written !== undefined) return written.then(() => out.clear());
    out.clear();
    return undefined;
  }
}
