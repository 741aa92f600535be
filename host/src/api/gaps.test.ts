import { describe, expect, test } from 'vitest';
import { gapsOf, unset, valueOrNone, writeWithGaps } from './gaps.ts';
import { oneField, outcome } from './guest.fixture.ts';

test('gaps are the rows without a value: of a full column none, and those appended behind it', () => {
  const full = oneField('uint32', { values: [1, 2] });
  expect([...gapsOf(full.field, full.packet)]).toEqual([]);
  full.packet.append(2);
  expect([...gapsOf(full.field, full.packet)]).toEqual([2, 3]);
  const some = oneField('text', { values: [undefined, '', undefined] });
  expect([...gapsOf(some.field, some.packet)]).toEqual([0, 2]);
  some.packet.append(1);
  expect([...gapsOf(some.field, some.packet)]).toEqual([0, 2, 3]);
  const never = oneField('uint32');
  expect([...gapsOf(never.field, never.packet)]).toEqual([0, 1, 2]);
});

test('gaps of the kind other are told, too', () => {
  const { field, packet } = oneField('other', { values: ['[]', undefined] });
  expect([...gapsOf(field, packet)]).toEqual([1]);
});

test('a value is there or not; what it is read with has to fit either way', () => {
  const { field, packet } = oneField('uint32', { values: [0, undefined] });
  const read = (row: number) => valueOrNone(field, packet, row, () => field.getU32(packet, row));
  expect([read(0), read(1)]).toEqual([0, undefined]);
  expect(outcome(() => read(2))).toBe('out-of-range');
  expect(outcome(() => valueOrNone(field, packet, 1, () => field.getText(packet, 1)))).toBe('wrong-kind');
});

test('a value is taken away by an accessor that could have set it', () => {
  const { field, packet } = oneField('uint32', { values: [1, 2] });
  expect(outcome(() => unset(field, 'text', packet, 0))).toBe('wrong-kind');
  expect(outcome(() => unset(field, 'u32', packet, 2))).toBe('out-of-range');
  unset(field, 'u32', packet, 0);
  unset(field, 'u32', packet, 0);
  expect([...gapsOf(field, packet)]).toEqual([0]);
  packet.expire();
  expect(outcome(() => unset(field, 'u32', packet, 0))).toBe('expired');
});

describe('a column with gaps', () => {
  test.each([
    [[], [7, 8, 9]],
    [[1], [7, undefined, 9]],
    [
      [0, 1, 2],
      [undefined, undefined, undefined],
    ],
  ])('%j', (gaps, expected) => {
    const { field, packet, draft } = oneField('uint32', { values: [1, 2, 3] });
    writeWithGaps(field, 'u32', packet, gaps, () => field.setColumnU32(packet, [7, 8, 9]));
    expect([...draft.finish().rows()].map((row) => row['v'])).toEqual(expected);
  });

  test.each([[[1, 1]], [[2, 0]], [[3]], [[0, 2 ** 32 - 1]]])(
    '%j do not fit, and nothing is written',
    (gaps) => {
      const { field, packet, draft } = oneField('uint32', { values: [1, 2, 3] });
      const write = () => field.setColumnU32(packet, [7, 8, 9]);
      expect(outcome(() => writeWithGaps(field, 'u32', packet, gaps, write))).toBe('out-of-range');
      expect([...draft.finish().rows()]).toEqual([{ v: 1 }, { v: 2 }, { v: 3 }]);
    },
  );

  test('that can not be written makes no gaps', () => {
    const { field, packet, draft } = oneField('uint8', { values: [1, 2] });
    const write = () => field.setColumnU32(packet, [7, 256]);
    expect(outcome(() => writeWithGaps(field, 'u32', packet, [0], write))).toBe('out-of-range');
    expect([...draft.finish().rows()]).toEqual([{ v: 1 }, { v: 2 }]);
  });

  test('of another kind is that, whatever else is wrong', () => {
    const { field, packet } = oneField('text', { values: ['a'] });
    expect(outcome(() => writeWithGaps(field, 'u32', packet, [5], () => {}))).toBe('wrong-kind');
  });
});
