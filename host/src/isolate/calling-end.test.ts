import { describe, expect, onTestFinished, test } from 'vitest';
import { CallingEnd, type NoReply } from './calling-end.ts';
import { FrameWriter } from './frame-writer.ts';
import { GadgetWorker } from './gadget-worker.ts';
import type { Todo } from './thread.fixture.ts';

const file = new URL('thread.fixture.ts', import.meta.url);

/** Long for what answers at all. Milliseconds. */
const patience = 20_000;

type Words = [word: number, list: Uint32Array, aside: unknown];

interface Caller {
  told: unknown[];
  worker: GadgetWorker;
  end: CallingEnd;
  /** Calls with this word, and a list of so many rows; gives the words of the answer, and what came beside it. */
  call(todo?: Todo, word?: number, rows?: number, limitMs?: number): Words | NoReply;
}

async function caller(): Promise<Caller> {
  const worker = new GadgetWorker(file, 16 * 2 ** 20);
  const told: unknown[] = [];
  const requests = {
    told: (message: unknown) => void told.push(message),
    asked: (question: unknown) => `answer to ${String(question)}`,
  };
  const end = new CallingEnd(worker.turns, worker.port, requests, worker);
  onTestFinished(async () => {
    await worker.end();
    end.close();
  });
  await worker.converse('begin');
  const frame = new FrameWriter();
  return {
    told,
    worker,
    end,
    call: (todo, word = 1, rows = 0, limitMs = patience) => {
      frame.clear().word(word);
      frame.rows(new Uint32Array(rows));
      const reply = end.call(frame, todo, limitMs);
      return typeof reply === 'string' ? reply : [reply.frame.word(), reply.frame.rows(), reply.aside];
    },
  };
}

describe('a thread', () => {
  test('answers one call after another, however large they are', async () => {
    const { call } = await caller();
    for (const [word, rows] of [
      [1, 0],
      [2, 1_000_000],
      [3, 20_000],
      [4, 10],
      [5, 300_000],
    ] as const) {
      const [answered, list] = call({ rows }, word, rows) as Words;
      expect(answered).toBe(word);
      expect(list).toHaveLength(rows);
      expect(list.every((each) => each === word)).toBe(true);
    }
  });

  test('has a copy of a small answer of its own, which the next call does not change', async () => {
    const { call } = await caller();
    const [, first] = call({ rows: 3 }, 7) as Words;
    call({ rows: 3 }, 8);
    expect([...first]).toEqual([7, 7, 7]);
  });

  test('is answered what it asks, and all that it tells is heard in order, before and after', async () => {
    const { call, told } = await caller();
    expect(call({ tell: 1000, ask: 'time' })).toMatchObject([1, {}, { answer: 'answer to time' }]);
    expect(told).toEqual(Array.from({ length: 1000 }, (_, number) => number));
    expect(call({ tell: 1 })).toMatchObject([1, {}, undefined]);
    expect(told).toHaveLength(1001);
  });

  test('that does not answer in time is known, and what it has said is heard', async () => {
    const { call, told, worker, end } = await caller();
    expect(call()).toHaveLength(3);
    expect(call({ say: 'here', last: 'loop' }, 1, 0, 600)).toBe('late');
    await worker.end();
    end.lastWords();
    expect(told).toEqual(['here']);
    expect(worker.runs).toBe(false);
  });

  test.each(['exit', 'fill the heap'] as const)('that is gone, by %s, is not waited for', async (last) => {
    const { call } = await caller();
    expect(call({ last })).toBe('gone');
  });

  test.each(['give the turn back', 'answer without a frame'] as const)(
    'that does not answer but %s',
    async (last) => {
      const { call } = await caller();
      // The first call has no answer of an earlier one to be taken for its own.
      expect(call({ last })).toBe('mute');
    },
  );
});
