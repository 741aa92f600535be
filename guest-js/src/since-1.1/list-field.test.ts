import { describe, expect, it } from 'vitest';
import { defineGadget, listField, openSource, type Packet, subscribe } from '../index.ts';
import { runRows, type TestResult } from '../testing/index.ts';
import type { ListFieldByKind } from './lists-by-kind.ts';

type Lists = ListFieldByKind['uint32'];

/** Runs `body` on rows whose field `ports` has these lists, or none. */
async function on(
  lists: readonly (number[] | undefined)[],
  body: (ports: Lists, packet: Packet) => void,
): Promise<TestResult> {
  const gadget = defineGadget({
    init() {
      const source = openSource('source');
      const ports = listField(source, 'ports', 'uint32');
      subscribe(source, (packet) => body(ports, packet));
    },
  });
  const rows = lists.map((ports) => (ports === undefined ? {} : { ports }));
  return runRows(gadget, rows, { schema: { source: { ports: 'uint16[]' } } });
}

const portsOf = ({ rows }: TestResult): unknown[] | undefined => rows.source?.map(({ ports }) => ports);

describe('update', () => {
  it('changes the lists that there are, and no row without', async () => {
    const seen: [number[], number][] = [];
    const result = await on([[1, 2], undefined, [], [3]], (ports, packet) => {
      ports.update(packet, (list, row) => {
        seen.push([[...list], row]);
        return [...list, 9];
      });
    });
    expect(seen).toEqual([
      [[1, 2], 0],
      [[], 2],
      [[3], 3],
    ]);
    expect(portsOf(result)).toEqual([[1, 2, 9], undefined, [9], [3, 9]]);
  });

  it('sees what was changed in the copy that it gave', async () => {
    const result = await on([[1, 2], [3]], (ports, packet) => ports.update(packet, (list) => list.fill(7)));
    expect(portsOf(result)).toEqual([[7, 7], [7]]);
  });

  it('changes no row when one answer does not fit', async () => {
    const result = await on([[1], [2]], (ports, packet) => {
      expect(() => ports.update(packet, (_, row) => [row === 0 ? 5 : 2 ** 16])).toThrow(
        expect.objectContaining({ tag: 'out-of-range' }) as Error,
      );
    });
    expect(portsOf(result)).toEqual([[1], [2]]);
  });
});

describe('setColumn', () => {
  it.each([
    ['a list for each row', [[5], new Uint32Array(), [6, 7]]],
    ['ends and one array', { ends: Uint32Array.of(1, 1, 3), values: [5, 6, 7] }],
    ['ends and a typed array', { ends: Uint32Array.of(1, 1, 3), values: Uint32Array.of(5, 6, 7) }],
  ])('takes %s', async (_, lists) => {
    const result = await on([[1], undefined, [2]], (ports, packet) => ports.setColumn(packet, lists));
    expect(portsOf(result)).toEqual([[5], [], [6, 7]]);
  });

  it.each([
    ['too few lists', [[5]]],
    ['an element that is no number', [[5], ['6' as never]]],
    ['an element that is too large for the field', [[5], [2 ** 16]]],
    ['ends that fall', { ends: Uint32Array.of(1, 0), values: [5] }],
    ['ends that leave some out', { ends: Uint32Array.of(0, 1), values: [5, 6] }],
    ['ends that are no typed array', { ends: [0, 1] as never, values: [5] }],
  ])('refuses %s, and changes nothing', async (_, lists) => {
    const result = await on([[1], [2]], (ports, packet) => {
      expect(() => ports.setColumn(packet, lists)).toThrow(
        expect.objectContaining({ tag: 'out-of-range' }) as Error,
      );
    });
    expect([portsOf(result), result.failures]).toEqual([[[1], [2]], []]);
  });
});

it('unsets a row, and tells it from an empty list', async () => {
  const result = await on([[1], [], undefined], (ports, packet) => {
    expect(ports.isSetColumn(packet)).toEqual([true, true, false]);
    ports.unset(packet.row(0));
    ports.unset(packet.row(2));
    expect([...packet].map((row) => [ports.isSet(row), [...ports.get(row)]])).toEqual([
      [false, []],
      [true, []],
      [false, []],
    ]);
  });
  expect(portsOf(result)).toEqual([undefined, [], undefined]);
});
