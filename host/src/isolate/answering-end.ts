import { type MessagePort, receiveMessageOnPort } from 'node:worker_threads';
import { FrameReader } from './frame-reader.ts';
import type { FrameWriter } from './frame-writer.ts';
import { answerer, caller, SharedTurn } from './shared-turn.ts';

/** After so many messages that nobody has taken yet the thread waits until they are. */
const mostUntaken = 256;

/** A call: its frame, which is there until the call is answered, and what came beside it. The other thread is trusted. */
export interface Call {
  frame: FrameReader;
  aside: unknown;
}

/** The end of the thread that is called: it blocks between calls. */
export class AnsweringEnd {
  private readonly turn: SharedTurn;
  private readonly port: MessagePort;
  private posted = 0;

  constructor(memory: SharedArrayBuffer, port: MessagePort) {
    this.turn = new SharedTurn(memory);
    this.port = port;
  }

  /** Blocks until there is a call. */
  next(): Call {
    this.wait();
    let aside: unknown;
    let { frame } = this.turn.call;
    for (let count = this.turn.call.posted; count > 0; count--) {
      const message = this.receive();
      if ('aside' in message) ({ aside } = message);
      else frame = new Uint8Array(message['frame'] as ArrayBuffer);
    }
    return { frame: new FrameReader(frame!), aside };
  }

  /** Answers the call, with `aside` if it is not undefined. */
  answer(frame: FrameWriter, aside: unknown): void {
    if (aside !== undefined) this.post({ aside });
    const large = this.turn.reply.put(frame);
    if (large !== undefined) this.post({ frame: large }, large);
    this.give(false);
  }

  /** Tells the other thread something during a call; what is told arrives also when this thread is then ended. */
  tell(message: unknown): void {
    this.post({ told: message });
    if (this.posted >= mostUntaken) this.ask(undefined);
  }

  /** Blocks until the other thread has answered, and has taken all that it was told. Only during a call. */
  ask(question: unknown): unknown {
    this.post({ asked: question });
    this.give(true);
    this.wait();
    return this.receive()['answer'];
  }

  private post(message: Record<string, unknown>, transferred?: ArrayBuffer): void {
    this.port.postMessage(message, transferred === undefined ? [] : [transferred]);
    this.posted++;
  }

  private give(asks: boolean): void {
    const { turn } = this;
    turn.asks = asks;
    turn.reply.posted = this.posted;
    this.posted = 0;
    turn.give(caller);
  }

  private wait(): void {
    while (!this.turn.isOf(answerer)) this.turn.wait(answerer);
  }

  private receive(): Record<string, unknown> {
    const received = receiveMessageOnPort(this.port);
    if (received === undefined) throw new Error('a message is missing');
    return received.message;
  }
}
