import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** For so long another build is waited for. Milliseconds. */
const patienceMs = 240_000;

/**
 * Waits until no other process holds this name, and holds it: until disposed of, or the end of this process, however it
 * comes. Undefined where there are no such names, and when the wait was too long.
 */
export async function holdName(
  name: string,
  patience: number = patienceMs,
): Promise<AsyncDisposable | undefined> {
  const place = address(name);
  if (place === undefined) return undefined;
  for (const giveUp = performance.now() + patience; ; await sleep(100)) {
    const server = await listen(place);
    if (server !== undefined) {
      return { [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(() => resolve())) };
    }
    if (performance.now() >= giveUp) return undefined;
  }
}

/** A socket that is no file: the system takes it back by itself. */
function address(name: string): string | undefined {
  const short = createHash('sha256').update(name).digest('hex').slice(0, 32);
  if (process.platform === 'linux') return `\0gadget-${short}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\gadget-${short}` : undefined;
}

/** Nobody is meant to connect. Undefined when the address is taken. */
function listen(place: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
    );
    server.listen(place, () => resolve(server));
  });
}
