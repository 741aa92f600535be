import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Lane } from './lane.ts';
import { SharedClock } from './shared-clock.ts';

const newLane = (): Lane => new Lane(new SharedClock());

test('work that does not wait is done on return, and costs no promise', () => {
  const lane = newLane();
  const done: number[] = [];
  expect(lane.run(() => void done.push(1))).toBeUndefined();
  expect(lane.run(() => void done.push(2))).toBeUndefined();
  expect(done).toEqual([1, 2]);
});

test('once what waited is done, work is done on return again', async () => {
  const lane = newLane();
  await lane.run(() => Promise.resolve());
  expect(lane.run(() => {})).toBeUndefined();
  const failed = lane.run(() => Promise.reject(new Error('first')));
  const after = lane.run(() => {});
  await expect(failed).rejects.toThrow('first');
  await after;
  expect(lane.run(() => {})).toBeUndefined();
});

test('what is thrown is thrown, and the lane goes on', () => {
  const lane = newLane();
  const broken = (): never => {
    throw new Error('broken');
  };
  expect(() => lane.run(broken)).toThrow('broken');
  expect(lane.run(() => {})).toBeUndefined();
});

test('long work lets timers in', async () => {
  const clock = new SharedClock();
  const lane = new Lane(clock);
  let timer = false;
  setTimeout(() => (timer = true), 1);
  const until = performance.now() + 2000;
  while (!timer && performance.now() < until) {
    await lane.run(() => void clock.read());
  }
  expect(timer).toBe(true);
});

/** A piece of work: whether it waits, whether it fails, and what it asks for while it goes on. */
interface Piece {
  waits: number;
  fails: boolean;
  asks: Piece[];
}

/** Resolves after so many turns of promises. */
async function after(turns: number): Promise<void> {
  for (let i = 0; i < turns; i++) await Promise.resolve();
}

const pieceOf = (asks: fc.Arbitrary<Piece[]>): fc.Arbitrary<Piece> =>
  fc.record({ waits: fc.nat({ max: 3 }), fails: fc.boolean(), asks });
const leaf = pieceOf(fc.constant([]));
const piece = pieceOf(fc.array(pieceOf(fc.array(leaf, { maxLength: 2 })), { maxLength: 2 }));

test('one at a time, in order of asking, whatever waits, fails or asks for more', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 6 }), fc.boolean(), async (all, together) => {
      const lane = newLane();
      const begun: number[] = [];
      const ends: Promise<unknown>[] = [];
      let running = 0;
      let next = 0;
      const ask = ({ waits, fails, asks }: Piece): void | Promise<void> => {
        const number = next++;
        const begin = (): void => {
          expect(running++).toBe(0);
          begun.push(number);
          for (const each of asks) {
            const end = ask(each);
            expect(end).toBeInstanceOf(Promise);
            ends.push((end as Promise<void>).catch(() => {}));
          }
        };
        const end = (): void => {
          running--;
          if (fails) throw new Error('fails');
        };
        return lane.run(() => {
          begin();
          if (waits === 0) return end();
          return after(waits).then(end);
        });
      };
      for (const each of all) {
        try {
          const end = ask(each);
          if (end === undefined) continue;
          const caught = end.catch(() => {});
          ends.push(caught);
          if (!together) await caught;
        } catch (error) {
          expect(error).toEqual(new Error('fails'));
        }
      }
      // Work asks for more while it goes on.
      for (let i = 0; i < ends.length; i++) await ends[i];
      expect(begun).toEqual(Array.from({ length: next }, (_, number) => number));
      expect(running).toBe(0);
      expect(lane.run(() => {})).toBeUndefined();
    }),
    { numRuns: 300 },
  );
});
