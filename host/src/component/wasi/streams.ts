import type { Guest } from '../../api/guest.ts';
import { Trap } from '../../lowering/trap.ts';
import { byteList, whole } from './argument.ts';
import { Handle, type Holdings } from './handle.ts';
import type { LogLines } from './log-lines.ts';
import { Pollable } from './poll.ts';

/** What an output stream takes at once. Bytes. */
export const writeAtOnce = 65_536;

/** `stream-error`, in the form that jco takes for a WIT error. */
const closed = { payload: { tag: 'closed' } };

/** `error` of wasi:io; there is never one. */
export class StreamError extends Handle {
  toDebugString(): string {
    return '';
  }
}

/** `input-stream`: standard input, which is empty. */
export class InputStream extends Handle {
  readonly #ready: () => Pollable;

  constructor(holdings: Holdings, guest: Guest) {
    super(holdings);
    this.#ready = () => new Pollable(holdings, guest);
  }

  read(_length: bigint): Uint8Array {
    throw closed;
  }

  blockingRead(_length: bigint): Uint8Array {
    throw closed;
  }

  skip(_length: bigint): bigint {
    throw closed;
  }

  blockingSkip(_length: bigint): bigint {
    throw closed;
  }

  subscribe(): Pollable {
    return this.#ready();
  }
}

/** `output-stream`: lines of the gadget's log. */
export class OutputStream extends Handle {
  readonly #ready: () => Pollable;
  readonly #lines: LogLines;

  constructor(holdings: Holdings, guest: Guest, lines: LogLines) {
    super(holdings);
    this.#ready = () => new Pollable(holdings, guest);
    this.#lines = lines;
  }

  checkWrite(): bigint {
    return BigInt(writeAtOnce);
  }

  write(bytes: Uint8Array): void {
    if (byteList(bytes).length > writeAtOnce) throw tooMuch(bytes.length);
    this.#lines.add(bytes);
  }

  blockingWriteAndFlush(bytes: Uint8Array): void {
    this.write(bytes);
  }

  flush(): void {}

  blockingFlush(): void {}

  writeZeroes(length: bigint): void {
    if (whole(length) > BigInt(writeAtOnce)) throw tooMuch(length);
    this.write(new Uint8Array(Number(length)));
  }

  blockingWriteZeroesAndFlush(length: bigint): void {
    this.writeZeroes(length);
  }

  splice(from: InputStream, length: bigint): bigint {
    return BigInt(from.read(length).length);
  }

  blockingSplice(from: InputStream, length: bigint): bigint {
    return this.splice(from, length);
  }

  subscribe(): Pollable {
    return this.#ready();
  }
}

function tooMuch(length: number | bigint): Error {
  return new Trap(`it writes ${length} bytes at once, ${writeAtOnce} are the most`);
}
