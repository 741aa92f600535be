import { Worker } from 'node:worker_threads';

/** Threads of this command: files beside this one, without extension. */
export type ThreadName = 'run-thread' | 'declare-thread';

const ahead = new Map<ThreadName, Worker>();

/**
 * Starts a thread that will likely be asked for: it loads its code while this one finds out what to do, and waits for its
 * input. The process ends without it when nobody asks.
 */
export function startThreadAhead(name: ThreadName): void {
  const worker = create(name);
  worker.unref();
  ahead.set(name, worker);
  // One that breaks before it is asked for is started again, and then its error is told.
  worker.on('error', () => ahead.delete(name));
}

/** A thread, and what it gets as its first message. One that was started ahead is given out once. */
export function startThread(name: ThreadName, input: unknown): Worker {
  const worker = ahead.get(name) ?? create(name);
  ahead.delete(name);
  worker.removeAllListeners('error');
  worker.ref();
  worker.postMessage(input);
  return worker;
}

/**
 * Room for new objects in units of 2^20 bytes, a third of which is filled before it is cleared. Rows are columns outside of
 * V8's heap; with Node's 192 those that are done with wait long for being freed, and a run takes 27 MB more.
 */
const maxYoungGenerationSizeMb = 3;

function create(name: ThreadName): Worker {
  // TypeScript in a checkout, JavaScript in a published package.
  const file = `./${name}${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`;
  return new Worker(new URL(file, import.meta.url), { resourceLimits: { maxYoungGenerationSizeMb } });
}
