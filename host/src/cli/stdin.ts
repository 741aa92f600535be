import { createReadStream, fstatSync } from 'node:fs';
import { Socket } from 'node:net';
import { isatty, ReadStream } from 'node:tty';

/**
 * Gives a worker thread the process's own standard input as `process.stdin`; Node gives it an empty one. Opened when
 * somebody asks for it, so that a run without it leaves it alone.
 */
export function useProcessStdin(): void {
  let stream: NodeJS.ReadableStream | undefined;
  Object.defineProperty(process, 'stdin', { configurable: true, get: () => (stream ??= open()) });
}

function open(): NodeJS.ReadableStream {
  if (isatty(0)) return new ReadStream(0);
  const stat = fstatSync(0);
  if (stat.isFIFO() || stat.isSocket()) return new Socket({ fd: 0, readable: true, writable: false });
  return createReadStream('', { fd: 0, autoClose: false });
}
