import { availableParallelism } from 'node:os';
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import { createTurnMemory } from './shared-turn.ts';

/** What a gadget's thread needs for its end of the calls. */
export interface ThreadEnds {
  turns: SharedArrayBuffer;
  port: MessagePort;
}

/** Threads take these variables of the environment: the compiled code of this program lies there. */
const passedOn = ['NODE_COMPILE_CACHE'] as const;

/** Room for new objects, as in the thread of a run: columns lie outside of it, and are freed sooner so. Units of 2^20 bytes. */
const maxYoungGenerationSizeMb = 3;

const processors = availableParallelism();
/** Threads of gadgets that run. */
let running = 0;

/** A thread for one gadget: it prints nothing, sees little of the environment, and ends when it needs more heap than it may. */
export class GadgetWorker {
  readonly turns: SharedArrayBuffer;
  readonly port: MessagePort;
  /** Resolves when the thread has read its code and says so, with any message. Rejects when it ends before. */
  readonly begun: Promise<unknown>;
  private readonly worker: Worker;
  private ended: Promise<unknown> | undefined;
  private gone = false;
  private broke: unknown;

  /** `file` is given {@link ThreadEnds} as `workerData`. `maxHeapBytes`: of JavaScript; memory of wasm and columns lie beside it. */
  constructor(file: URL, maxHeapBytes: number) {
    const { port1, port2 } = new MessageChannel();
    this.turns = createTurnMemory();
    this.port = port1;
    // It is read when this thread wants to, and keeps no process alive.
    port1.unref();
    const workerData: ThreadEnds = { turns: this.turns, port: port2 };
    this.worker = new Worker(file, {
      workerData,
      transferList: [port2],
      resourceLimits: {
        maxOldGenerationSizeMb: Math.max(1, Math.floor(maxHeapBytes / 2 ** 20)),
        maxYoungGenerationSizeMb,
      },
      env: Object.fromEntries(
        passedOn.flatMap((name) => (name in process.env ? [[name, process.env[name]]] : [])),
      ),
      argv: [],
      execArgv: [],
      stdin: false,
      // Not read by anybody, and so not printed.
      stdout: true,
      stderr: true,
    });
    running++;
    this.worker.on('exit', () => {
      this.gone = true;
      running--;
    });
    // What breaks it is told by the conversation or the call that it breaks.
    this.worker.on('error', (error) => (this.broke = error));
    this.begun = this.heard();
    // Who loads a gadget hears of it.
    this.begun.catch(() => {});
  }

  /**
   * Whether it runs, as far as that can be known: events do not come while this thread is blocked, but of a thread that has ended
   * Node tells a negative idle time, if it was asked once while the thread ran.
   */
  get runs(): boolean {
    return !this.gone && this.worker.performance.eventLoopUtilization().idle >= 0;
  }

  /** Whether there is a processor for each thread of a gadget, and for the one that calls them. */
  get hasProcessor(): boolean {
    return running < processors;
  }

  /** Sends something that the thread's own event loop takes, and gives its answer. Rejects when it ends before. */
  async converse(message: unknown): Promise<unknown> {
    await this.begun;
    const answer = this.heard();
    this.worker.postMessage(message);
    return answer;
  }

  /** The next message. The process waits for it. */
  private async heard(): Promise<unknown> {
    const { worker } = this;
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    const onExit = (): void => reject(this.broke ?? new Error('the thread has ended'));
    if (this.gone) onExit();
    worker.ref();
    worker.once('message', resolve).once('exit', onExit);
    try {
      const answer = await promise;
      // For the next time: see there.
      void this.runs;
      return answer;
    } finally {
      worker.off('message', resolve).off('exit', onExit);
      worker.unref();
    }
  }

  /** Ends it now, whatever it does. Resolves when it has ended. */
  async end(): Promise<void> {
    this.ended ??= this.worker.terminate();
    await this.ended;
  }
}
