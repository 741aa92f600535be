import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { numbersIn, packedIn, valueOfNumbers, valueOfPacked } from './list-value.ts';

it('numbers come back as they were, from wherever they lie', () => {
  fc.assert(
    fc.property(fc.float64Array(), fc.nat(7), (values, offset) => {
      const stored = valueOfNumbers(values);
      const moved = new Uint8Array(stored.length + offset);
      moved.set(stored, offset);
      expect(numbersIn('float64', moved.subarray(offset))).toEqual(values);
    }),
  );
});

it('elements of text and bytes come back as they were', () => {
  const block = fc.array(fc.uint8Array({ maxLength: 9 })).map((elements) => {
    let end = 0;
    return {
      ends: Uint32Array.from(elements, ({ length }) => (end += length)),
      data: Uint8Array.from(elements.flatMap((each) => [...each])),
    };
  });
  fc.assert(
    fc.property(block, (packed) => {
      expect(packedIn(valueOfPacked(packed))).toEqual(packed);
    }),
  );
});

it('part of a block is a list of its own', () => {
  const packed = { ends: Uint32Array.of(1, 1, 3, 6), data: Uint8Array.of(1, 2, 3, 4, 5, 6) };
  expect(packedIn(valueOfPacked(packed, 1, 3))).toEqual({
    ends: Uint32Array.of(0, 2),
    data: Uint8Array.of(2, 3),
  });
  expect(valueOfPacked(packed, 2, 2)).toEqual(new Uint8Array(0));
});
