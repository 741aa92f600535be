import { Socket } from 'node:net';

/**
 * Calls back once the process that started this one has gone, however it went: it holds the other end of the pipe `fd`, into which
 * it writes nothing. Keeps no process alive.
 */
export function whenParentGoes(fd: number, act: () => void): void {
  const line = new Socket({ fd, readable: true, writable: false });
  line.on('error', () => {}).on('close', act);
  line.resume();
  line.unref();
}
