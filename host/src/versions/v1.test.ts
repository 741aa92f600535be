import { describe, expect, test } from 'vitest';
import { packetOfRows } from '../data/packet-rows.ts';
import { ApiFailure } from '../api/failure.ts';
import { expectTrap, newGuest, outcome, receive } from '../api/guest.fixture.ts';
import type { Packet } from '../api/packet.ts';
import { offer } from '../generated/offer.ts';
import { importsV1 } from './v1.ts';
import { ownName } from './own-name.fixture.ts';

type Class = (new () => object) & { prototype: object } & Record<string, (...args: unknown[]) => unknown>;

function camel(name: string): string {
  return name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

function pascal(name: string): string {
  const word = camel(name);
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function classesOf(imports: unknown): { DataSource: Class; Field: Class; Packet: Class } {
  const all = imports as Record<string, Record<string, Class>>;
  return {
    DataSource: all[ownName('datasource')]!['DataSource']!,
    Field: all[ownName('field')]!['Field']!,
    Packet: all[ownName('packet')]!['Packet']!,
  };
}

test('every function that wit/ offers is answered, and nothing else', () => {
  const imports = importsV1(newGuest().guest) as unknown as Record<string, Record<string, unknown>>;
  const offered = offer.filter((each) => each.direction === 'import');
  expect(Object.keys(imports).sort()).toEqual(
    offered.map((each) => `${each.package}/${each.interface}@${each.version}`).sort(),
  );
  for (const { package: name, interface: word, version, functions, resources } of offered) {
    const given = imports[`${name}/${word}@${version}`]!;
    const free = functions.filter((each) => !each.name.startsWith('['));
    expect(Object.keys(given).sort()).toEqual(
      [...free.map((each) => camel(each.name)), ...resources.map(pascal)].sort(),
    );
    for (const { name: path } of functions) {
      const method = /^\[(method|static)\]([^.]+)\.(.+)$/.exec(path);
      if (method === null) {
        expect(typeof given[camel(path)], path).toBe('function');
        continue;
      }
      const [, how, resource, word2] = method;
      const found = given[pascal(resource!)] as Class;
      const on = (how === 'static' ? found : found.prototype) as Record<string, unknown>;
      expect(typeof on[camel(word2!)], path).toBe('function');
    }
  }
});

describe('resource classes', () => {
  test('statics know who calls, whatever `this` is', () => {
    const one = newGuest({ phase: 'init', place: 1 });
    const two = newGuest({ phase: 'init', place: 2, registry: one.registry });
    const { create } = classesOf(importsV1(one.guest)).DataSource;
    const { DataSource } = classesOf(importsV1(two.guest));
    Reflect.apply(create!, undefined, ['a', 'events']);
    DataSource['create']!('b', 'snapshots');
    expect([...one.registry].map((source) => [source.name, source.owner])).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
    expect([one.guest.ledger.open, two.guest.ledger.open]).toEqual([1, 1]);
    expect(outcome(() => DataSource['open']!('nobody'))).toBe('not-found');
    expect(DataSource['names']!()).toEqual(['a', 'b']);
  });

  test('what functions answer is of the class that the bindings see', () => {
    const { guest, registry } = newGuest({ phase: 'init' });
    const { DataSource, Field, Packet } = classesOf(importsV1(guest));
    const source = DataSource['create']!('a', 'events') as Record<string, (...args: unknown[]) => object>;
    expect(source).toBeInstanceOf(DataSource);
    expect(source['addField']!('f', 'text')).toBeInstanceOf(Field);
    expect((source['fields']!() as object[])[0]).toBeInstanceOf(Field);
    guest.phase = 'running';
    expect(source['newPacket']!(1)).toBeInstanceOf(Packet);
    expect(receive(guest, packetOfRows(registry.get('a')!, [])).packet).toBeInstanceOf(Packet);
    expect(source).not.toBeInstanceOf(Field);
  });

  test('nobody constructs one', () => {
    for (const Class of Object.values(classesOf(importsV1(newGuest().guest)))) {
      expect(() => new Class()).toThrow(/no public constructor/);
    }
  });

  test('an object that the bindings made up for an unknown handle traps in every method', () => {
    const classes = classesOf(importsV1(newGuest({ phase: 'init' }).guest));
    let calls = 0;
    for (const { resources, functions } of offer) {
      for (const resource of resources) {
        const prototype = classes[pascal(resource) as keyof typeof classes].prototype;
        for (const { name } of functions) {
          if (!name.startsWith(`[method]${resource}.`)) continue;
          const ghost = Object.create(prototype) as Record<string, (...args: unknown[]) => unknown>;
          // Parameters that no method minds before it looks at its handle.
          const packet = Object.create(classes.Packet.prototype) as object;
          const method = camel(name.slice(name.indexOf('.') + 1));
          expectTrap(() => ghost[method]!(resource === 'field' ? packet : 0, 0, 0));
          calls++;
        }
        expectTrap(() => (Object.create(prototype) as Disposable)[Symbol.dispose]());
      }
    }
    expect(calls).toBeGreaterThan(50);
  });
});

test('a call as the bindings make it: results and errors', () => {
  const { guest, registry, seen } = newGuest({ phase: 'init', params: [['k', 'v']], shown: ['info'] });
  const imports = importsV1(guest);
  const { DataSource, Packet } = classesOf(imports);
  const own = DataSource['create']!('own', 'events') as {
    addField(name: string, kind: string): { setText(packet: Packet, row: number, value: string): void };
    newPacket(rows: number): Packet;
  };
  const field = own.addField('t', 'text');
  guest.phase = 'running';
  const made = own.newPacket(1);
  field.setText(made, 0, 'x');
  expect(() => field.setText(made, 1, 'x')).toThrow(ApiFailure);
  Packet['emit']!(made);
  expect([...seen.emitted[0]!.finish().rows()]).toEqual([{ t: 'x' }]);
  expect(registry.size).toBe(1);
  imports[ownName('logging')].log('info', 'hello');
  imports[ownName('logging')].log('trace', 'never');
  expect(seen.logged).toEqual([['info', 'hello']]);
  expect(imports[ownName('logging')].enabled('trace')).toBe(false);
  const id = imports[ownName('timer')].every(10);
  imports[ownName('timer')].cancel(id);
  expect([seen.started, seen.stopped]).toEqual([[[0, 10]], [0]]);
  expect(imports[ownName('params')].get('k')).toBe('v');
  expect(imports[ownName('params')].all()).toEqual([['k', 'v']]);
  expect(imports[ownName('clock')].monotonic()).toBe(42n);
  expect(imports[ownName('clock')].wall()).toBe(1_700_000_000_000_000_001n);
  expect(imports[ownName('random')].seed()).toEqual([1n, 2n ** 64n - 1n]);
  expect(imports[ownName('handles')].usage()).toEqual({ open: 2, peak: 3, limit: 4096 });
});
