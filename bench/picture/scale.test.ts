import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linearScale, logarithmicScale } from './scale.ts';

it.each([
  [
    [3, 10],
    [0, 2, 4, 6, 8, 10],
  ],
  [
    [73, 4890],
    [0, 1000, 2000, 3000, 4000, 5000],
  ],
  [[0.7], [0, 0.1, 0.2, 0.30000000000000004, 0.4, 0.5, 0.6000000000000001, 0.7000000000000001]],
])('linear, for %j', (values, marks) => {
  expect(linearScale(values).marks).toEqual(marks);
});

it.each([
  [
    [73, 4890],
    [10, 100, 1000, 10_000],
  ],
  [[100], [10, 100]],
  [
    [1, 1000],
    [0.1, 1, 10, 100, 1000],
  ],
])('logarithmic, for %j', (values, marks) => {
  expect(logarithmicScale(values).marks).toEqual(marks);
});

describe.each([linearScale, logarithmicScale])('$name', (make) => {
  it('has room for every value, in their order, and marks at both ends', () => {
    const values = fc.array(fc.double({ min: 1e-3, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(values, (values) => {
        const { marks, at } = make(values);
        const places = values.toSorted((a, b) => a - b).map(at);
        expect(places).toEqual(places.toSorted((a, b) => a - b));
        for (const place of places) {
          expect(place).toBeGreaterThan(0);
          expect(place).toBeLessThanOrEqual(1 + 1e-9);
        }
        expect(at(marks[0]!)).toBeCloseTo(0);
        expect(at(marks.at(-1)!)).toBeCloseTo(1);
        expect(marks.length).toBeLessThanOrEqual(14);
      }),
    );
  });
});
