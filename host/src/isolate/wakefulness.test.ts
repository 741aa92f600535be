import { expect, test } from 'vitest';
import { Wakefulness } from './wakefulness.ts';

/** Which of so many calls were awake, when they take so long. */
function play(calls: number, ms: (awake: boolean) => number, slept: (awake: boolean) => boolean): boolean[] {
  const wakefulness = new Wakefulness();
  return Array.from({ length: calls }, () => {
    const { awake } = wakefulness;
    wakefulness.called(ms(awake), slept(awake));
    return awake;
  });
}

const never = (): boolean => false;
const share = (list: readonly boolean[]): number => list.filter(Boolean).length / list.length;

test('both ways are tried, and the faster one is kept', () => {
  const awakeWins = play(10_000, (awake) => (awake ? 0.005 : 0.03), never);
  expect(awakeWins.slice(0, 33)).toEqual([
    ...Array<boolean>(16).fill(false),
    ...Array<boolean>(17).fill(true),
  ]);
  expect(share(awakeWins)).toBeGreaterThan(0.95);
  const sleepWins = play(10_000, (awake) => (awake ? 0.07 : 0.02), never);
  expect(share(sleepWins)).toBeLessThan(0.02);
  // It is tried again: others may have left the processor.
  expect(sleepWins.slice(100)).toContain(true);
});

test('what saves little is not worth a processor', () => {
  expect(share(play(10_000, (awake) => (awake ? 0.95 : 1), never))).toBeLessThan(0.02);
});

test('between rare calls nobody stays awake', () => {
  expect(
    share(
      play(
        10_000,
        (awake) => (awake ? 0.005 : 0.03),
        (awake) => awake,
      ),
    ),
  ).toBeLessThan(0.02);
});

test('when calls become rare it is noticed soon', () => {
  const wakefulness = new Wakefulness();
  for (let call = 0; call < 60; call++) wakefulness.called(wakefulness.awake ? 0.005 : 0.03, false);
  expect(wakefulness.awake).toBe(true);
  for (let call = 0; call < 16; call++) wakefulness.called(0.03, true);
  expect(wakefulness.awake).toBe(false);
});
