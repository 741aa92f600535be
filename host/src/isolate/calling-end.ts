import { type MessagePort, receiveMessageOnPort } from 'node:worker_threads';
import { FrameReader } from './frame-reader.ts';
import type { FrameWriter } from './frame-writer.ts';
import { answerer, caller, SharedTurn } from './shared-turn.ts';
import { Wakefulness } from './wakefulness.ts';

/** How often it is looked whether the thread is still there. Milliseconds. */
const lookEveryMs = 250;
/** A thread that was ended has said no more than this. Messages. */
const mostLastWords = 4096;

/** What the other thread answered. */
export interface Reply {
  frame: FrameReader;
  /** What came beside the frame, if anything did. Of any shape. */
  aside: unknown;
}

/** Why there is no answer. */
export type NoReply =
  /** The time is up. */
  | 'late'
  /** The thread has ended. */
  | 'gone'
  /** It gave the turn back without an answer. */
  | 'mute';

/** What the calling thread can know of the other one while it is blocked. */
export interface CalledThread {
  /** Whether it still runs. */
  readonly runs: boolean;
  /** Whether it has a processor of its own, and this one, too. */
  readonly hasProcessor: boolean;
}

/** What the other thread may want before it has answered. */
export interface Requests {
  /** It tells something; wants no answer. */
  told(message: unknown): void;
  /** It waits for the answer, which must be something that can be sent. */
  asked(question: unknown): unknown;
}

/**
 * The end of the thread that calls: it blocks until the other has answered, and serves it meanwhile. No promise is on this way: a
 * packet of one row costs less than one.
 */
export class CallingEnd {
  private readonly turn: SharedTurn;
  private readonly port: MessagePort;
  private readonly requests: Requests;
  private readonly thread: CalledThread;
  private readonly wakefulness = new Wakefulness();
  /** Of the call that goes on. Milliseconds. */
  private leftMs = 0;
  /** When that was counted last. */
  private looked = 0;
  /** Messages taken since the turn was given away, and what they brought. */
  private taken = 0;
  private aside: unknown;
  private frame: Uint8Array | undefined;
  private question: unknown;

  constructor(memory: SharedArrayBuffer, port: MessagePort, requests: Requests, thread: CalledThread) {
    this.turn = new SharedTurn(memory);
    this.port = port;
    this.requests = requests;
    this.thread = thread;
  }

  /** Sends a frame, and `aside` if it is not undefined; waits at most `limitMs` for the answer. */
  call(frame: FrameWriter, aside: unknown, limitMs: number): Reply | NoReply {
    const { turn, port } = this;
    let posted = 0;
    if (aside !== undefined) {
      port.postMessage({ aside });
      posted++;
    }
    const large = turn.call.put(frame);
    if (large !== undefined) {
      port.postMessage({ frame: large }, [large]);
      posted++;
    }
    turn.call.posted = posted;
    turn.awake = this.wakefulness.awake && this.thread.hasProcessor;
    this.leftMs = limitMs;
    const began = performance.now();
    this.looked = began;
    for (;;) {
      turn.give(answerer);
      if (!this.wait()) return this.thread.runs ? 'late' : 'gone';
      const reply = this.receive();
      if (!turn.asks) {
        this.wakefulness.called(performance.now() - began, turn.slept);
        return reply ?? 'mute';
      }
      if (this.leftMs <= 0) return 'late';
      port.postMessage({ answer: this.requests.asked(this.question) });
    }
  }

  /** After the thread was ended: what it has told until then. */
  lastWords(): void {
    for (let count = 0; count < mostLastWords; count++) {
      const received = receiveMessageOnPort(this.port);
      if (received === undefined) return;
      if (isMessage(received.message) && 'told' in received.message)
        this.requests.told(received.message.told);
    }
  }

  close(): void {
    this.port.close();
  }

  /** Whether the turn came back in time. */
  private wait(): boolean {
    while (!this.turn.isOf(caller)) {
      if (this.leftMs <= 0) return false;
      this.turn.wait(caller, Math.min(this.leftMs, lookEveryMs));
      const now = performance.now();
      // While the whole process stood still, the gadget did, too.
      this.leftMs -= Math.min(now - this.looked, 2 * lookEveryMs);
      this.looked = now;
      if (this.turn.isOf(caller)) break;
      // So that what a long call tells is heard before it ends.
      while (this.take()) continue;
      if (!this.thread.runs) return this.turn.isOf(caller);
    }
    return true;
  }

  /** Takes what was posted with the turn; the reply, if that is what the turn was given back for. */
  private receive(): Reply | undefined {
    const { turn } = this;
    const inArea = turn.asks ? undefined : turn.reply.take();
    if (inArea !== undefined) this.frame = inArea;
    for (let left = turn.reply.posted - this.taken; left > 0; left--) if (!this.take()) return undefined;
    this.taken = 0;
    const { frame, aside } = this;
    this.frame = undefined;
    this.aside = undefined;
    return frame === undefined ? undefined : { frame: new FrameReader(frame), aside };
  }

  /** Takes one message; false when there is none. */
  private take(): boolean {
    const received = receiveMessageOnPort(this.port);
    if (received === undefined) return false;
    const message: unknown = received.message;
    this.taken++;
    if (!isMessage(message)) return true;
    if ('told' in message) this.requests.told(message.told);
    else if ('asked' in message) this.question = message.asked;
    else if ('aside' in message) this.aside = message.aside;
    else if (message.frame instanceof ArrayBuffer) this.frame = new Uint8Array(message.frame);
    return true;
  }
}

/** What crosses the port. */
type Message = { told: unknown } | { asked: unknown } | { aside: unknown } | { frame: unknown };

function isMessage(message: unknown): message is Message {
  return typeof message === 'object' && message !== null;
}
