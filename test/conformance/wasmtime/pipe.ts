import { execFileSync } from 'node:child_process';
import { closeSync, constants, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Two file descriptors. What is written to one is read from the other, and both wait as long as it takes. */
export interface Pipe {
  read: number;
  write: number;
}

/** A pipe as pipe(2) makes it, which Node has no function for; `folder` is where it has a name for a moment. */
export function makePipe(folder: string): Pipe {
  const path = join(folder, 'pipe');
  execFileSync('mkfifo', ['-m', '600', path]);
  // Opening one end waits for the other, unless told not to; the end that was told so is not kept, as it would not wait
  // for bytes either.
  const early = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  const write = openSync(path, constants.O_WRONLY);
  const read = openSync(path, constants.O_RDONLY);
  closeSync(early);
  rmSync(path);
  return { read, write };
}

/** Writes a frame: its length in four bytes, little-endian, and the message as JSON. Waits until all is written. */
export function writeFrame(to: number, message: unknown): void {
  const body = Buffer.from(JSON.stringify(message));
  const frame = Buffer.allocUnsafe(body.length + 4);
  frame.writeUInt32LE(body.length);
  body.copy(frame, 4);
  for (let at = 0; at < frame.length;) at += writeSync(to, frame, at);
}

/** Waits for a frame and gives its message; undefined when the other side has closed. */
export function readFrame(from: number): unknown {
  const head = take(from, 4);
  const body = head && take(from, head.readUInt32LE());
  return body && (JSON.parse(body.toString()) as unknown);
}

function take(from: number, length: number): Buffer | undefined {
  const bytes = Buffer.allocUnsafe(length);
  for (let at = 0; at < length;) {
    const count = readSync(from, bytes, at, length - at, null);
    if (count === 0) return undefined;
    at += count;
  }
  return bytes;
}
