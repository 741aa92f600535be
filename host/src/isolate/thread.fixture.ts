/** For tests only: a thread that answers each call with what the call says. */
import { parentPort, workerData } from 'node:worker_threads';
import { AnsweringEnd } from './answering-end.ts';
import { FrameWriter } from './frame-writer.ts';
import type { ThreadEnds } from './gadget-worker.ts';
import { caller, SharedTurn } from './shared-turn.ts';

/** What the thread is to do before it answers, as what comes beside the call. */
export interface Todo {
  /** Tells so many numbers. */
  tell?: number;
  /** Asks, and answers what it was answered. */
  ask?: unknown;
  /** Rows in the list that it answers with. */
  rows?: number;
  /** Says something first. */
  say?: string;
  last?: 'answer' | 'loop' | 'exit' | 'fill the heap' | 'give the turn back' | 'answer without a frame';
}

const { turns, port } = workerData as ThreadEnds;
const end = new AnsweringEnd(turns, port);
const reply = new FrameWriter();
parentPort!.postMessage('begun');
parentPort!.once('message', () => {
  parentPort!.postMessage('ready');
  for (;;) {
    const { frame, aside } = end.next();
    const word = frame.word();
    const todo = (aside ?? {}) as Todo;
    if (todo.say !== undefined) end.tell(todo.say);
    for (let number = 0; number < (todo.tell ?? 0); number++) end.tell(number);
    const answer = todo.ask === undefined ? undefined : { answer: end.ask(todo.ask) };
    reply.clear().word(word);
    reply.rows(new Uint32Array(todo.rows ?? 0).fill(word));
    if (todo.last === 'loop') for (;;);
    if (todo.last === 'exit') process.exit(0);
    if (todo.last === 'fill the heap') for (const kept: unknown[] = []; ;) kept.push([kept.length]);
    const turn = new SharedTurn(turns);
    if (todo.last === 'answer without a frame') {
      port.postMessage({ aside: 1 });
      turn.reply.posted = 1;
    }
    if (todo.last === 'give the turn back' || todo.last === 'answer without a frame') turn.give(caller);
    else end.answer(reply, answer);
  }
});
