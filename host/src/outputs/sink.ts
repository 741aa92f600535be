import { closeSync, constants, fstatSync, openSync, writeSync } from 'node:fs';
import { isatty } from 'node:tty';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { GadgetError, messageOf } from '../errors.ts';

/** Where an output's text goes. */
export interface Sink {
  /**
   * Writes all of it, in order; bytes are not kept once the promise resolves, or once the call returns without one. Not to
   * be called again before. Fails with {@link ClosedPipe} when nobody reads any more, else with E_OUTPUT_WRITE.
   */
  write(text: string | Uint8Array): void | Promise<void>;
  readonly isTerminal: boolean;
  /** Width in character cells; endless when not a terminal. */
  readonly columns: number;
  /** Height in lines; endless when not a terminal. */
  readonly rows: number;
}

/** The reader of a pipe has gone, as `| head` does. Nothing is wrong: a command ends quietly. */
export class ClosedPipe extends GadgetError {
  constructor(cause: unknown) {
    super('E_OUTPUT_WRITE', 'the reader of the output has gone', { cause });
    this.name = 'ClosedPipe';
  }
}

/** Whether this error, or one that it was caused by, is a {@link ClosedPipe}. */
export function isClosedPipe(error: unknown): boolean {
  for (let each = error, depth = 0; each instanceof Error && depth < 16; each = each.cause, depth++) {
    if (each instanceof ClosedPipe) return true;
  }
  return false;
}

/**
 * A sink over an open file descriptor: 1 is the standard output. Files and terminals are written synchronously. A pipe
 * whose reader is slow makes `write` wait without holding up the event loop, so that signals and deadlines still work.
 */
export function fdSink(fd: number): Sink {
  const isTerminal = isatty(fd);
  // Sizes change when the window does, and only Node's own stream hears of it.
  const screen = isTerminal ? (fd === 2 ? process.stderr : process.stdout) : undefined;
  const target = isTerminal ? fd : (reopened(fd) ?? fd);
  return {
    isTerminal,
    get columns() {
      return screen === undefined ? Infinity : screen.columns || 80;
    },
    get rows() {
      return screen === undefined ? Infinity : screen.rows || 24;
    },
    write(text) {
      const bytes = typeof text === 'string' ? Buffer.from(text) : text;
      const written = writeSome(target, bytes, 0);
      if (written < bytes.length) return writeRest(target, bytes, written);
    },
  };
}

/** A sink that keeps what it gets. */
export interface MemorySink extends Sink {
  /** All of it so far. */
  readonly text: string;
  readonly bytes: Uint8Array;
  /** Forgets what was written. */
  clear(): void;
}

/** A sink for tests and for those who want the text. `screen` makes it a terminal of that size. */
export function memorySink(screen?: { columns: number; rows: number }): MemorySink {
  let chunks: Buffer[] = [];
  return {
    isTerminal: screen !== undefined,
    columns: screen?.columns ?? Infinity,
    rows: screen?.rows ?? Infinity,
    write(text) {
      chunks.push(typeof text === 'string' ? Buffer.from(text) : Buffer.from(text));
    },
    get text() {
      return Buffer.concat(chunks).toString();
    },
    get bytes() {
      return Buffer.concat(chunks);
    },
    clear() {
      chunks = [];
    },
  };
}

/**
 * A pipe opened once more, for writes that do not block: a flag on the descriptor itself would be shared with every other
 * process that writes to the pipe. Nothing when that is impossible; then writes block.
 */
function reopened(fd: number): number | undefined {
  try {
    if (process.platform !== 'linux' || !fstatSync(fd).isFIFO()) return undefined;
    const own = openSync(`/proc/self/fd/${fd}`, constants.O_WRONLY | constants.O_NONBLOCK);
    if (fstatSync(own).isFIFO()) return own;
    closeSync(own);
  } catch {
    // No /proc, or a pipe that belongs to somebody else.
  }
  return undefined;
}

/** Writes until all is written or the descriptor takes no more; gives how far it came. */
function writeSome(fd: number, bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length) {
    try {
      at += writeSync(fd, bytes, at, bytes.length - at);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === 'EAGAIN') return at;
      if (code === 'EINTR') continue;
      if (code === 'EPIPE' || code === 'ECONNRESET') throw new ClosedPipe(error);
      throw new GadgetError('E_OUTPUT_WRITE', `writing the output failed: ${messageOf(error)}`, {
        cause: error,
      });
    }
  }
  return at;
}

/** Tries again until all is written: at first at once, as a busy reader makes room soon, then less often. */
async function writeRest(fd: number, bytes: Uint8Array, from: number): Promise<void> {
  let at = from;
  for (let fruitless = 0; at < bytes.length;) {
    if (fruitless < 20) await setImmediate();
    else await setTimeout(Math.min(5, fruitless - 19));
    const before = at;
    at = writeSome(fd, bytes, at);
    fruitless = at > before ? 0 : fruitless + 1;
  }
}
