import { expect, test } from 'vitest';
import { DataSource } from './data-source.ts';
import { Registry } from './registry.ts';

function withFields(...names: string[]): DataSource {
  const source = new DataSource('s', 'events');
  for (const name of names) source.addField(name, 'uint8');
  return source;
}

test('a field is found by its exact name, else by the first that differs in ASCII case alone', () => {
  const source = withFields('Pid', 'pID', 'pid', 'ÄB');
  expect(source.field('pid')?.index).toBe(2);
  expect(source.field('pID')?.index).toBe(1);
  expect(source.field('PID')?.index).toBe(0);
  expect(source.field('Äb')?.index).toBe(3);
  expect(source.field('äb')).toBeUndefined();
  // The Kelvin sign lower-cases to k, but is not ASCII.
  expect(withFields('k').field('\u212a')).toBeUndefined();
  expect(source.field('constructor')).toBeUndefined();
});

test('a name is taken once, and a parent holds no value', () => {
  const source = withFields('a', 'x.y.z', 'd\\.e');
  for (const name of ['a', 'a.b', 'a.b.c', 'x', 'x.y', 'x.y.z', 'x.y.z.w', 'd\\.e', 'd\\.e.f']) {
    expect(source.conflict(name), name).toBeDefined();
  }
  for (const name of ['A', 'a\\.b', 'b', 'x.z', 'x.y.w', 'd.e', 'd']) {
    expect(source.conflict(name), name).toBeUndefined();
  }
});

test('two spellings of one path are one name', () => {
  const source = withFields('a\\b');
  expect(source.conflict('a\\\\b')).toBeDefined();
  expect(source.conflict('a\\b.c')).toBeDefined();
  expect(source.conflict('a\\\\b.c')).toBeDefined();
  const parent = withFields('p\\q.r');
  expect(parent.conflict('p\\q')).toBeDefined();
  expect(parent.conflict('p\\\\q')).toBeDefined();
});

test('options become the field', () => {
  const source = new DataSource('s', 'snapshots', 3);
  const field = source.addField('f', 'text', {
    fixedSize: 16,
    tags: ['path'],
    annotations: { k: 'v' },
    hidden: true,
  });
  expect(field).toMatchObject({ fixedSize: 16, tags: ['path'], hidden: true, index: 0, source });
  expect([...field.annotations]).toEqual([['k', 'v']]);
  expect(source.owner).toBe(3);
});

test('a field is requested by outputs and by those behind', () => {
  const field = withFields('f').fields[0]!;
  expect(field.requestedBehind(-1)).toBe(false);
  field.obtainedBy = 1;
  expect([-1, 0, 1, 2].map((place) => field.requestedBehind(place))).toEqual([true, true, false, false]);
  field.printed = true;
  expect(field.requestedBehind(2)).toBe(true);
});

test('the registry keeps the order of making', () => {
  const registry = new Registry();
  const b = registry.create('b', 'events');
  registry.create('1', 'snapshots', 2);
  expect(registry.names()).toEqual(['b', '1']);
  expect(registry.get('b')).toBe(b);
  expect(registry.get('__proto__')).toBeUndefined();
  expect(registry.size).toBe(2);
  expect([...registry].map((source) => source.owner)).toEqual([-1, 2]);
});
