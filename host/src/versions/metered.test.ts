import { expect, test } from 'vitest';
import { ApiFailure } from '../api/failure.ts';
import { newGuest, receive } from '../api/guest.fixture.ts';
import type * as listsApi from '../api/lists.ts';
import type { DataSource } from '../api/datasource.ts';
import { CallMeter } from '../call-meter.ts';
import { packetOfRows } from '../data/packet-rows.ts';
import { apiImports } from './metered.ts';
import { ownName } from './own-name.fixture.ts';

type Classes = Record<string, { DataSource: { open(name: string): DataSource; names(): string[] } }>;

function setUp() {
  const test = newGuest({ phase: 'init' });
  const source = test.registry.create('src', 'events');
  source.addField('t', 'text');
  const meter = new CallMeter('g', { inside: 0, whole: 0 });
  const imports = apiImports(test.guest, meter) as unknown as Classes;
  const { DataSource } = imports[ownName('datasource')]!;
  const calls = (): Record<string, number> =>
    Object.fromEntries(meter.snapshot().functions.map(({ name, calls: count }) => [name, count]));
  return { ...test, source, meter, imports, DataSource, calls };
}

test('functions and methods of handles are counted, each once', () => {
  const { guest, source, meter, DataSource, calls } = setUp();
  expect(DataSource.names()).toEqual(['src']);
  const opened = DataSource.open('src');
  expect(opened).toBeInstanceOf(DataSource);
  const field = opened.getField('t');
  expect(opened.fields()[0]!.name()).toBe('t');
  const { packet, draft } = receive(guest, packetOfRows(source, [{ t: 'a' }, { t: 'b' }]));
  meter.adopt!(packet);
  guest.phase = 'running';
  expect(field.columnText(packet)).toEqual(['a', 'b']);
  field.setColumnText(packet, ['c', 'd']);
  packet[Symbol.dispose]();
  opened[Symbol.dispose]();
  expect([...draft.finish().rows()]).toEqual([{ t: 'c' }, { t: 'd' }]);
  expect(calls()).toEqual({
    'data-source.names': 1,
    'data-source.open': 1,
    'data-source.get-field': 1,
    'data-source.fields': 1,
    'field.name': 1,
    'field.column-text': 1,
    'field.set-column-text': 1,
    'packet.drop': 1,
    'data-source.drop': 1,
  });
  expect(
    meter.snapshot().functions.every(({ bytesIn, bytesOut }) => (bytesIn ?? bytesOut) === undefined),
  ).toBe(true);
});

test('functions that take handles are counted, and what they call is not', () => {
  const { guest, source, meter, imports, DataSource, calls } = setUp();
  const lists = imports[ownName('lists')] as unknown as typeof listsApi;
  const field = lists.addListField(DataSource.open('src'), 'l', 'uint32');
  expect(lists.elementKind(field)).toBe('uint32');
  expect(field.kind()).toBe('other');
  const { packet } = receive(guest, packetOfRows(source, [{}, {}]));
  meter.adopt!(packet);
  lists.setU32(field, packet, 1, [1, 2]);
  expect(lists.columnU32(field, packet)).toEqual({
    ends: Uint32Array.of(0, 2),
    values: Uint32Array.of(1, 2),
  });
  expect(() => lists.getText(field, packet, 0)).toThrow(ApiFailure);
  field.unsetMany(packet, [1]);
  expect(calls()).toEqual({
    'data-source.open': 1,
    'lists.add-list-field': 1,
    'lists.element-kind': 1,
    'field.kind': 1,
    'lists.set-u32': 1,
    'lists.column-u32': 1,
    'lists.get-text': 1,
    'field.unset-many': 1,
  });
});

test('failures count and pass', () => {
  const { DataSource, calls } = setUp();
  expect(() => DataSource.open('other')).toThrow(ApiFailure);
  expect(calls()).toEqual({ 'data-source.open': 1 });
});

test('another gadget is not measured', () => {
  const { registry, calls } = setUp();
  const other = newGuest({ phase: 'init', registry });
  const imports = apiImports(other.guest, undefined) as unknown as Classes;
  imports[ownName('datasource')]!.DataSource.open('src').getField('t').name();
  expect(calls()).toEqual({});
});
