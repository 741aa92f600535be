import { describe, expect, test } from 'vitest';
import { expectTrap, newGuest, receive } from '../api/guest.fixture.ts';
import { packetOfRows } from '../data/packet-rows.ts';
import { offer } from '../generated/preview/offer.ts';
import type { Imports } from '../generated/preview/index.ts';
import { FailureV2 } from './v2/failure.ts';
import { PacketV2 } from './v2/packet.ts';
import { importsV1 } from './v1.ts';
import { importsV2 } from './v2.ts';

type Method = (...args: unknown[]) => unknown;
type Class = (new () => object) & { prototype: Record<string, Method> } & Record<string, Method>;

const pascal = (name: string): string => camel(`-${name}`);

function camel(name: string): string {
  return name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** Every function of the offer, where the bindings look for it. */
function functionsIn(imports: Imports): [path: string, found: unknown, owner: string | undefined][] {
  const all = imports as unknown as Record<string, Record<string, Class>>;
  return offer
    .filter(({ direction }) => direction === 'import')
    .flatMap(({ package: name, interface: word, version, functions }) => {
      const given = all[`${name}/${word}@${version}`]!;
      return functions.map(({ name: path }) => {
        const [, how, resource, method] = /^\[(method|static)\]([^.]+)\.(.+)$/.exec(path) ?? [];
        if (how === undefined) return [path, given[camel(path)], undefined] as never;
        const found = given[pascal(resource!)]!;
        return [path, (how === 'static' ? found : found.prototype)[camel(method!)], resource] as never;
      });
    });
}

/** The payload of the error that `call` answers. */
function failure(call: () => unknown): unknown {
  try {
    call();
  } catch (thrown) {
    if (thrown instanceof FailureV2) return thrown.payload;
    throw thrown;
  }
  return 'ok';
}

test('every function that the preview offers is answered', () => {
  const imports = importsV2(newGuest().guest);
  const offered = offer.filter((each) => each.direction === 'import');
  expect(Object.keys(imports).toSorted()).toEqual(
    offered.map((each) => `${each.package}/${each.interface}@${each.version}`).toSorted(),
  );
  const functions = functionsIn(imports);
  expect(functions.length).toBeGreaterThan(60);
  for (const [path, found] of functions) expect(typeof found, path).toBe('function');
});

test('an object that the bindings made up for an unknown handle traps in every method', () => {
  const classes = importsV2(newGuest({ phase: 'init' }).guest) as unknown as Record<
    string,
    Record<string, Class>
  >;
  const of = (resource: string): Class =>
    Object.values(classes).find((each) => pascal(resource) in each)![pascal(resource)]!;
  for (const [path, found, resource] of functionsIn(classes as unknown as Imports)) {
    if (!path.startsWith('[method]')) continue;
    const ghost = Object.create(of(resource!).prototype) as object;
    const packet = Object.create(of('packet').prototype) as object;
    const args = resource === 'field' ? [packet, 0, { values: [], gaps: [] }] : [[], 0];
    expectTrap(() => (found as Method).apply(ghost, args));
  }
});

describe('a gadget of both majors', () => {
  test('meets objects of two classes', () => {
    const { guest } = newGuest({ phase: 'init' });
    const one = importsV1(guest)['gadget:api/datasource@1.1.0'].DataSource.create('a', 'events');
    const { DataSource } = importsV2(guest)['gadget:api/datasource@2.0.0-preview.1'];
    const two = DataSource.open('a');
    expect([one instanceof DataSource, two instanceof DataSource]).toEqual([false, true]);
    expect([one.name(), two.name()]).toEqual(['a', 'a']);
  });
});

test('errors have a code and a text', () => {
  const { guest, registry } = newGuest({ phase: 'init' });
  const { DataSource } = importsV2(guest)['gadget:api/datasource@2.0.0-preview.1'];
  const source = registry.create('a', 'events');
  source.addField('n', 'uint8');
  expect(failure(() => DataSource.open('b'))).toEqual({ code: 'not-found', text: 'there is no source b' });
  const field = DataSource.open('a').field('n');
  const { packet } = receive(guest, packetOfRows(source, [{ n: 1 }]));
  const handle = new PacketV2(packet) as never;
  expect(field.getU32(handle, 0)).toBe(1);
  expect(failure(() => field.setU32(handle, 0, 256))).toMatchObject({ code: 'out-of-range' });
  packet.expire();
  expect(failure(() => field.getU32(handle, 0))).toEqual({ code: 'expired', text: 'the packet is over' });
});

test('fields of lists are of kind other, and described without what is in them', () => {
  const { guest, registry } = newGuest({ phase: 'init' });
  registry.create('a', 'events').addField('l', 'other', { elements: 'text' });
  const source = importsV2(guest)['gadget:api/datasource@2.0.0-preview.1'].DataSource.open('a');
  expect(source.describe()).toEqual([{ name: 'l', kind: 'other', tags: [], annotations: [], hidden: false }]);
});

test('what has no state: clock, parameters, seeds, logging, timers, handles', () => {
  const { guest, seen } = newGuest({ phase: 'init', params: [['k', 'v']], shown: ['info'] });
  const imports = importsV2(guest);
  const { log, enabled } = imports['gadget:api/logging@2.0.0-preview.1'];
  log('info', 'bare', []);
  log('info', 'more', [{ key: 'n', value: { tag: 'signed', val: -1n } }]);
  expect(seen.logged).toEqual([
    ['info', 'bare'],
    ['info', 'more', [{ key: 'n', value: -1n }]],
  ]);
  expect([enabled('info'), enabled('debug')]).toEqual([true, false]);
  const timer = imports['gadget:api/timer@2.0.0-preview.1'];
  expect([timer.every(5), timer.once(6), seen.started]).toEqual([
    0,
    1,
    [
      [0, 5],
      [1, 6],
    ],
  ]);
  expect(failure(() => timer.once(0))).toMatchObject({ code: 'out-of-range' });
  timer.cancel(0);
  expect(seen.stopped).toEqual([0]);
  const params = imports['gadget:api/params@2.0.0-preview.1'];
  expect([params.get('k'), params.get('l'), params.all()]).toEqual([
    'v',
    undefined,
    [{ key: 'k', value: 'v' }],
  ]);
  expect(imports['gadget:api/clock@2.0.0-preview.1'].now()).toEqual({
    wall: 1_700_000_000_000_000_001n,
    monotonic: 42n,
  });
  expect(imports['gadget:api/random@2.0.0-preview.1'].seed()).toEqual([1n, 2n ** 64n - 1n]);
  expect(imports['gadget:api/handles@2.0.0-preview.1'].usage()).toEqual({ open: 0, peak: 0, limit: 4096 });
});
