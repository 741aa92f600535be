import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceOfApart, isMet, median, orderOf, summarize } from './statistics.ts';

describe('median', () => {
  it.each([
    [[3], 3],
    [[3, 1], 2],
    [[10, 9, 100], 10],
    [[4, 1, 3, 2], 2.5],
    [[-1, -10, 0], -1],
  ])('of %j is %d', (values, expected) => {
    expect(median(values)).toBe(expected);
  });

  it('leaves what it gets in order', () => {
    const values = [3, 1, 2];
    median(values);
    expect(values).toEqual([3, 1, 2]);
  });

  it('has as many values below it as above', () => {
    const numbers = fc.array(fc.integer(), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(numbers, (values) => {
        const middle = median(values);
        const below = values.filter((value) => value < middle).length;
        const above = values.filter((value) => value > middle).length;
        expect(Math.max(below, above)).toBeLessThanOrEqual(values.length / 2);
      }),
    );
  });

  it('of nothing is refused', () => {
    expect(() => median([])).toThrow(RangeError);
  });
});

describe('summarize', () => {
  it('takes the least cost and the most speed, and keeps the rounds as they came', () => {
    expect(summarize([5, 2, 9], 'lower')).toEqual({ best: 2, median: 5, rounds: [5, 2, 9] });
    expect(summarize([5, 2, 9], 'higher')).toEqual({ best: 9, median: 5, rounds: [5, 2, 9] });
  });

  it('of no rounds is nothing', () => {
    expect(summarize([], 'lower')).toBeUndefined();
  });
});

it('turns the order round in every other round', () => {
  expect([0, 1, 2].map((round) => orderOf(3, round))).toEqual([
    [0, 1, 2],
    [2, 1, 0],
    [0, 1, 2],
  ]);
});

it('of rounds dealt out by chance, two ways of all lie apart', () => {
  expect(chanceOfApart(1)).toBe(1);
  // 1 2 | 3 4 and 3 4 | 1 2, of six.
  expect(chanceOfApart(2)).toBeCloseTo(2 / 6);
  expect(chanceOfApart(3)).toBeCloseTo(2 / 20);
  expect(chanceOfApart(5)).toBeCloseTo(2 / 252);
});

it.each([
  [6, { atMost: 6 }, true],
  [6.01, { atMost: 6 }, false],
  [6, { atLeast: 6 }, true],
  [5.99, { atLeast: 6 }, false],
])('%d against %j: %s', (value, goal, met) => {
  expect(isMet(value, goal)).toBe(met);
});
