import { writeSync } from 'node:fs';
import { clean } from '../clean.ts';
import { GadgetError } from '../errors.ts';

/**
 * Writes to standard error, from any thread and at once: what is said before the process ends must be seen. When
 * nobody listens any more that is no reason to fail.
 */
export function writeStderr(text: string): void {
  // A reader that does not read for a second is not waited for.
  writeAll(2, text, 100);
}

/**
 * Writes to standard output what is not rows: help, what inspect found. A reader that has left is no reason to fail;
 * anything else throws E_OUTPUT_WRITE.
 */
export function writeStdout(text: string): void {
  const error = writeAll(1, text, Infinity);
  if (error === undefined || error.code === 'EPIPE') return;
  throw new GadgetError('E_OUTPUT_WRITE', `writing the output failed: ${error.message}`, { cause: error });
}

/** `patience`: how often, 10 ms apart, a full pipe is tried again. Gives why not all has been written. */
function writeAll(fd: number, text: string, patience: number): NodeJS.ErrnoException | undefined {
  const bytes = Buffer.from(text);
  for (let at = 0, blocked = 0; at < bytes.length;) {
    try {
      at += writeSync(fd, bytes, at);
    } catch (error) {
      const failure = error as NodeJS.ErrnoException;
      if (failure.code === 'EINTR') continue;
      if (failure.code !== 'EAGAIN' || ++blocked > patience) return failure;
      Atomics.wait(pause, 0, 0, 10);
    }
  }
  return undefined;
}

const pause = new Int32Array(new SharedArrayBuffer(4));

/** One line on standard error, cleaned: whatever is in it, it stays one line and steers no terminal. */
export function say(message: string): void {
  writeStderr(`${clean(message)}\n`);
}

/** What the command says about an error: code, blame, words, and what to do next. */
export function errorText(error: GadgetError): string {
  const head = `gadget: ${error.code} (${error.blame}): `;
  // A compiler's words have lines; all but the first are indented, so that none of them looks like ours.
  const [first, ...rest] = error.code === 'E_BUILD' ? error.message.split('\n') : [error.message];
  const lines = [`${head}${clean(first!)}`, ...rest.map((line) => `  ${clean(line)}`)];
  if (error.hint !== undefined) lines.push(`  next: ${clean(error.hint)}`);
  return `${lines.join('\n')}\n`;
}

/** The one place where errors reach standard error. */
export function printError(error: GadgetError): void {
  writeStderr(errorText(error));
}
