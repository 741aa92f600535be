import { close, constants, fstat, open, read, readSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { Socket } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { isatty, ReadStream as TtyStream } from 'node:tty';
import { promisify } from 'node:util';
import { GadgetError, messageOf } from '../errors.ts';
import { nearest } from '../suggest.ts';

/** A stream of bytes: what Node's readable streams are, and any async generator. */
export type ByteStream = AsyncIterable<Uint8Array>;

/** Bytes from somewhere, in the order in which they come. */
export interface ByteInput {
  /** How messages call it. */
  readonly label: string;
  /** Whether more may come at any time (a pipe, a terminal), unlike a file that only waits to be read. */
  readonly live: boolean;
  /** The next bytes, at least one; nothing at the end. They are valid until the next call. */
  read(): Promise<Uint8Array | undefined>;
  close(): Promise<void>;
}

const chunkBytes = 256 * 1024;
const openFile = promisify(open);
const statFile = promisify(fstat);
const closeFile = promisify(close);

/**
 * Opens a file, a pipe, a terminal, standard input (`-`) or a stream. Rejects with E_SOURCE_READ when there is nothing
 * to read: no such file, no permission, a directory.
 */
export async function openInput(from: string | ByteStream): Promise<ByteInput> {
  if (typeof from !== 'string') return streamInput(from, 'the stream');
  if (from === '-') return openStandardInput();
  // Without O_NONBLOCK, opening a named pipe waits for its writer in a thread that nothing can interrupt.
  const fd = await openFile(from, constants.O_RDONLY | constants.O_NONBLOCK).catch((error: unknown) =>
    refuse(from, error),
  );
  try {
    return await inputOf(fd, from);
  } catch (error) {
    await closeFile(fd);
    throw error;
  }
}

async function openStandardInput(): Promise<ByteInput> {
  const stat = await statFile(0).catch((error: unknown) => refuse('standard input', error));
  if (stat.isDirectory()) throw directory('standard input');
  return stat.isFile() ? fileInput(0, 'standard input') : streamInput(process.stdin, 'standard input');
}

async function inputOf(fd: number, path: string): Promise<ByteInput> {
  const stat = await statFile(fd);
  if (stat.isDirectory()) throw directory(path);
  if (stat.isFIFO()) return pipeInput(fd, path);
  if (isatty(fd)) return streamInput(new TtyStream(fd), path);
  return fileInput(fd, path);
}

/** Reads the next bytes while the last ones are worked on, into two buffers in turn. */
function fileInput(fd: number, label: string): ByteInput {
  const buffers = [Buffer.allocUnsafe(chunkBytes), Buffer.allocUnsafe(chunkBytes)];
  const readMore = (): Promise<Buffer> =>
    new Promise((resolve, reject) => {
      const buffer = buffers.reverse()[0]!;
      read(fd, buffer, 0, chunkBytes, null, (error, bytes) => {
        if (error === null) resolve(buffer.subarray(0, bytes));
        else reject(unreadable(label, error));
      });
    });
  let ahead: Promise<Buffer> | undefined;
  return {
    label,
    live: false,
    async read() {
      ahead ??= readMore();
      const bytes = await ahead;
      ahead = undefined;
      if (bytes.length === 0) return undefined;
      ahead = readMore();
      // It may fail while nobody waits for it; who reads next learns of it.
      ahead.catch(() => {});
      return bytes;
    },
    async close() {
      await ahead?.catch(() => {});
      if (fd !== 0) await closeFile(fd);
    },
  };
}

function streamInput(stream: ByteStream, label: string): ByteInput {
  let iterator: AsyncIterator<Uint8Array> | undefined;
  return {
    label,
    live: true,
    async read() {
      iterator ??= stream[Symbol.asyncIterator]();
      for (;;) {
        const next = await iterator.next().catch((error: unknown) => {
          throw unreadable(label, error);
        });
        if (next.done === true) return undefined;
        if (!(next.value instanceof Uint8Array))
          throw new GadgetError('E_USAGE', `${label} gives something else than bytes`, {
            hint: 'set no encoding on the stream',
          });
        if (next.value.length > 0) return next.value;
      }
    },
    close() {
      // A generator that waits in next() answers return() only after that: do not wait for it.
      if ('destroy' in stream && typeof stream.destroy === 'function') stream.destroy();
      else void Promise.resolve(iterator?.return?.()).catch(() => {});
      return Promise.resolve();
    },
  };
}

/** A named pipe. Before a writer has opened it, reading gives its end; so this waits until one has. */
function pipeInput(fd: number, label: string): ByteInput {
  const first = Buffer.allocUnsafe(chunkBytes);
  let stream: ByteInput | undefined;
  let closed = false;
  let wake = (): void => {};
  const pause = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, 20);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  return {
    label,
    live: true,
    async read() {
      while (stream === undefined && !closed) {
        const bytes = readAvailable(fd, first, label);
        if (bytes !== 0) stream = streamInput(new Socket({ fd, readable: true, writable: false }), label);
        if (bytes !== undefined && bytes > 0) return first.subarray(0, bytes);
        if (bytes === 0) await pause();
      }
      return stream === undefined ? undefined : stream.read();
    },
    async close() {
      closed = true;
      wake();
      if (stream === undefined) await closeFile(fd);
      else await stream.close();
    },
  };
}

/** What is there now: bytes read, 0 without a writer, nothing when there is a writer that has not written. */
function readAvailable(fd: number, into: Buffer, label: string): number | undefined {
  try {
    return readSync(fd, into);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EAGAIN') return undefined;
    throw unreadable(label, error);
  }
}

async function refuse(path: string, error: unknown): Promise<never> {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw unreadable(path, error);
  const siblings = await readdir(dirname(path)).catch(() => []);
  const near = nearest(basename(path), siblings);
  const hint = near === undefined ? undefined : `did you mean ${join(dirname(path), near)}?`;
  throw new GadgetError('E_SOURCE_READ', `there is no file ${path}`, { blame: 'user', hint, cause: error });
}

function directory(path: string): GadgetError {
  return new GadgetError('E_SOURCE_READ', `${path} is a directory`, {
    blame: 'user',
    hint: 'name a file, or - for standard input',
  });
}

function unreadable(label: string, error: unknown): GadgetError {
  return new GadgetError('E_SOURCE_READ', `${label} can't be read: ${messageOf(error)}`, { cause: error });
}
