import { describe, expect, test } from 'vitest';
import { Registry } from '../data/registry.ts';
import { create, DataSource, names, open, unsubscribe } from './datasource.ts';
import { expectTrap, newGuest, outcome, reason, type TestGuestOptions } from './guest.fixture.ts';
import type { Phase } from './phase.ts';

function inInit(options: TestGuestOptions = {}) {
  return newGuest({ phase: 'init', ...options });
}

const later: Phase[] = ['loading', 'start', 'running', 'stop', 'over'];

describe('create', () => {
  test('a source of its own', () => {
    const { guest, registry } = inInit({ place: 4 });
    const source = create(guest, 'ünï', 'snapshots');
    expect([source.name(), source.delivery(), source.fields()]).toEqual(['ünï', 'snapshots', []]);
    expect(registry.get('ünï')?.owner).toBe(4);
  });

  test('names are 1 to 256 bytes and taken once', () => {
    const { guest } = inInit();
    create(guest, 'a'.repeat(256), 'events');
    create(guest, `${'ä'.repeat(127)}bc`, 'events');
    create(guest, 'Case', 'events');
    create(guest, 'case', 'events');
    expect(outcome(() => create(guest, 'case', 'snapshots'))).toBe('already-exists');
    expect(outcome(() => create(guest, '', 'events'))).toBe('out-of-range');
    expect(outcome(() => create(guest, 'a'.repeat(257), 'events'))).toBe('limit-exceeded');
    expect(outcome(() => create(guest, 'ä'.repeat(129), 'events'))).toBe('limit-exceeded');
  });

  test('a meaning without a word cannot be made, nor what native gadgets make up', () => {
    const { guest } = inInit();
    expect(outcome(() => create(guest, 'a', 'other'))).toBe('out-of-range');
    expect(outcome(() => create(guest, 'a', 'constructor' as 'events'))).toBe('out-of-range');
    expect([names(guest), guest.ledger.open]).toEqual([[], 0]);
  });

  test('so many sources, and no handle for one more', () => {
    const { guest } = inInit({ limits: { maxSources: 2 } });
    create(guest, '1', 'events');
    create(guest, '2', 'events');
    expect(outcome(() => create(guest, '3', 'events'))).toBe('limit-exceeded');
    expect([names(guest), guest.ledger.open]).toEqual([['1', '2'], 2]);
  });

  test('without a handle left nothing is made', () => {
    const { guest } = inInit({ limits: { maxHandles: 1 } });
    create(guest, '1', 'events');
    expect(outcome(() => create(guest, '2', 'events'))).toBe('limit-exceeded');
    expect(names(guest)).toEqual(['1']);
  });
});

describe('open', () => {
  test.each<Phase>(['init', 'running', 'stop'])('in %s, each time with a handle of its own', (phase) => {
    const { guest, registry } = newGuest({ phase });
    registry.create('host', 'events').hidden = true;
    const [one, two] = [open(guest, 'host'), open(guest, 'host')];
    expect(one).not.toBe(two);
    expect(guest.ledger.open).toBe(2);
    one[Symbol.dispose]();
    expect(two.name()).toBe('host');
    expect(names(guest)).toEqual(['host']);
  });

  test('what is missed is told once, and only what could be a name', () => {
    const { guest, seen } = inInit({ limits: { maxSources: 3, maxNameBytes: 10 } });
    for (const name of ['a', 'a', 'HOST', '', 'x'.repeat(11), 'b', 'c', 'd']) {
      expect(outcome(() => open(guest, name))).toBe('not-found');
    }
    expect(seen.missed).toEqual(['a', 'HOST', 'b']);
    expect(reason(() => open(guest, 'nobody'))).toBe('there is no source nobody');
    expect(reason(() => open(guest, 'x'.repeat(1_000_000))).length).toBeLessThan(40);
  });

  test('without a handle left', () => {
    const { guest, registry } = inInit({ limits: { maxHandles: 1 } });
    registry.create('host', 'events');
    open(guest, 'host');
    expect(outcome(() => open(guest, 'host'))).toBe('limit-exceeded');
  });
});

describe('add-field', () => {
  function own(options: TestGuestOptions = {}) {
    const test = inInit(options);
    return { ...test, source: create(test.guest, 's', 'events') };
  }

  test('on any source, of variable size', () => {
    const { guest, registry } = inInit();
    registry.create('host', 'events').addField('a', 'uint8');
    const source = open(guest, 'host');
    const field = source.addField('b', 'text');
    expect([field.name(), field.kind(), field.fixedSize(), field.tags(), field.annotations()]).toEqual([
      'b',
      'text',
      undefined,
      [],
      [],
    ]);
    expect(source.fields().map((each) => each.name())).toEqual(['a', 'b']);
  });

  test('names', () => {
    const { source } = own();
    for (const good of ['a.b', 'a.c', 'd\\.e', 'd.e', 'ä'.repeat(128), 'A']) {
      expect(
        outcome(() => source.addField(good, 'uint8')),
        good,
      ).toBe('ok');
    }
    for (const bad of ['', '.', 'x.', '.x', 'x..y']) {
      expect(
        outcome(() => source.addField(bad, 'uint8')),
        bad,
      ).toBe('out-of-range');
    }
    for (const taken of ['a', 'a.b', 'a.b.c', 'A.x', 'd', 'd.e.f', 'd\\.e.x']) {
      expect(
        outcome(() => source.addField(taken, 'uint8')),
        taken,
      ).toBe('already-exists');
    }
    expect(outcome(() => source.addField('ä'.repeat(129), 'uint8'))).toBe('limit-exceeded');
    expect(outcome(() => source.addField('.'.repeat(100_000), 'uint8'))).toBe('limit-exceeded');
  });

  test('kind other, and what is no kind', () => {
    const { source } = own();
    expect(outcome(() => source.addField('x', 'other'))).toBe('wrong-kind');
    expect(outcome(() => source.addField('x', 'constructor' as never))).toBe('wrong-kind');
  });

  test('caps, with nothing made', () => {
    const fields = own({ limits: { maxFields: 1 } });
    fields.source.addField('a', 'uint8');
    expect(outcome(() => fields.source.addField('b', 'uint8'))).toBe('limit-exceeded');
    const handles = own({ limits: { maxHandles: 2 } });
    handles.source.addField('a', 'uint8');
    expect(outcome(() => handles.source.addField('b', 'uint8'))).toBe('limit-exceeded');
    expect(handles.registry.get('s')?.fields.length).toBe(1);
  });
});

describe('obtaining fields', () => {
  test('exact, else the first that is the same without regard to ASCII case', () => {
    const { guest, registry } = inInit();
    const host = registry.create('host', 'events');
    for (const name of ['Pid', 'pid', 'O', 'hid']) host.addField(name, 'uint8', { hidden: name === 'hid' });
    host.addField('raw', 'other');
    const source = open(guest, 'host');
    expect(['pid', 'PID', 'Pid', 'o', 'HID', 'raw'].map((name) => source.getField(name).name())).toEqual([
      'pid',
      'Pid',
      'Pid',
      'O',
      'hid',
      'raw',
    ]);
    expect(outcome(() => source.getField('p'))).toBe('not-found');
    expect(outcome(() => source.getField('__proto__'))).toBe('not-found');
    expect(reason(() => source.getField('y'.repeat(1_000_000))).length).toBeLessThan(300);
  });

  test('all or none', () => {
    const { guest, registry } = inInit({ limits: { maxHandles: 4 } });
    const host = registry.create('host', 'events');
    for (const name of ['a', 'b', 'c', 'd']) host.addField(name, 'uint8');
    const source = open(guest, 'host');
    expect(outcome(() => source.fields())).toBe('limit-exceeded');
    expect([guest.ledger.open, guest.ledger.peak]).toEqual([1, 1]);
    const held = ['a', 'b', 'c'].map((name) => source.getField(name));
    expect(outcome(() => source.getField('d'))).toBe('limit-exceeded');
    for (const field of held) field[Symbol.dispose]();
    source[Symbol.dispose]();
    expect([guest.ledger.open, guest.ledger.peak]).toEqual([0, 4]);
  });

  test('what failed counts as asked for by nobody', () => {
    const { guest, registry } = inInit({ limits: { maxHandles: 1 } });
    const field = registry.create('host', 'events').addField('a', 'uint8');
    const source = open(guest, 'host');
    expect(outcome(() => source.fields())).toBe('limit-exceeded');
    expect(outcome(() => source.getField('a'))).toBe('limit-exceeded');
    expect(field.obtainedBy).toBe(-1);
  });
});

describe('requested', () => {
  test('is true during init, and exact from start on', () => {
    const registry = new Registry();
    const host = registry.create('host', 'events');
    const wanted = host.addField('wanted', 'uint8');
    const guests = [0, 1, 2].map((place) => inInit({ registry, place }).guest);
    const [first, second, third] = guests.map((guest) => open(guest, 'host'));
    const mine = first!.addField('mine', 'uint8');
    const read = first!.getField('wanted');
    expect([mine.requested(), read.requested()]).toEqual([true, true]);
    for (const guest of guests) guest.phase = 'start';
    // Those who made or obtained it themselves don't count.
    expect([mine.requested(), read.requested()]).toEqual([false, false]);
    // Obtaining after init does not count either.
    third!.getField('mine');
    expect(mine.requested()).toBe(false);
    guests[1]!.phase = 'init';
    second!.fields();
    guests[1]!.phase = 'running';
    expect([mine.requested(), read.requested(), second!.getField('wanted').requested()]).toEqual([
      true,
      true,
      false,
    ]);
    wanted.printed = true;
    expect(second!.getField('wanted').requested()).toBe(true);
  });
});

describe('subscribe', () => {
  test('numbers count from 0 over all sources', () => {
    const { guest, registry } = inInit({ limits: { maxSubscriptions: 2 } });
    for (const name of ['a', 'b', 'c']) registry.create(name, 'events');
    const [a, b, c] = ['a', 'b', 'c'].map((name) => open(guest, name));
    expect([a!.subscribe(), b!.subscribe()]).toEqual([0, 1]);
    expect(outcome(() => open(guest, 'a').subscribe())).toBe('already-exists');
    expect(outcome(() => c!.subscribe())).toBe('limit-exceeded');
    a![Symbol.dispose]();
    expect(guest.subscriptions.map((source) => source.name)).toEqual(['a', 'b']);
  });

  test('an ended one keeps its number and its place, and the source can not be subscribed to again', () => {
    const { guest, registry, seen } = inInit({ limits: { maxSubscriptions: 2 } });
    const [a, b, c] = ['a', 'b', 'c'].map((name) => registry.create(name, 'events'));
    expect([open(guest, 'a').subscribe(), open(guest, 'b').subscribe()]).toEqual([0, 1]);
    for (const number of [0, 0, 2, -1, 0.5, 2 ** 32, Number.NaN]) unsubscribe(guest, number);
    expect(seen.unsubscribed).toEqual(['a']);
    expect([a, b, c].map((source) => guest.subscription(source!))).toEqual([-1, 1, -1]);
    expect(outcome(() => open(guest, 'a').subscribe())).toBe('already-exists');
    expect(outcome(() => open(guest, 'c').subscribe())).toBe('limit-exceeded');
  });

  test.each(later)('is ended in phase %s, too', (phase) => {
    const { guest, registry, seen } = inInit();
    const source = registry.create('s', 'events');
    open(guest, 's').subscribe();
    guest.phase = phase;
    unsubscribe(guest, 0);
    expect([guest.subscription(source), seen.unsubscribed]).toEqual([-1, ['s']]);
  });

  test('needs a handler', () => {
    const { guest } = inInit();
    guest.handlesPackets = false;
    expect(outcome(() => create(guest, 's', 'events').subscribe())).toBe('denied');
  });
});

test.each(later)('declaring belongs to init, this is %s', (phase) => {
  const { guest } = inInit();
  const source = create(guest, 's', 'events');
  const field = source.addField('f', 'uint8');
  guest.phase = phase;
  for (const call of [
    () => create(guest, 't', 'events'),
    () => source.addField('g', 'uint8'),
    () => source.setHidden(true),
    () => source.subscribe(),
    () => field.addTag('t'),
    () => field.annotate('k', 'v'),
    () => field.setHidden(true),
  ]) {
    expect(outcome(call)).toBe('not-now');
  }
  expect([names(guest), guest.subscriptions, field.tags(), field.annotations()]).toEqual([['s'], [], [], []]);
});

describe('notes', () => {
  function noted(limits: TestGuestOptions['limits'] = {}) {
    const { guest, registry } = inInit({ limits });
    const field = create(guest, 's', 'events').addField('f', 'uint8');
    return { field, source: registry.get('s')! };
  }

  test('tags keep their order and are added once', () => {
    const { field } = noted({ maxTags: 2 });
    for (const tag of ['b', 'a', 'b']) field.addTag(tag);
    expect(outcome(() => field.addTag('c'))).toBe('limit-exceeded');
    field.addTag('a');
    expect(outcome(() => field.addTag(''))).toBe('out-of-range');
    expect(outcome(() => field.addTag('x'.repeat(257)))).toBe('limit-exceeded');
    field.tags().push('mine');
    expect(field.tags()).toEqual(['b', 'a']);
  });

  test('annotations keep the order of their keys, the last value counts', () => {
    const { field } = noted({ maxAnnotations: 3 });
    field.annotate('2', 'two');
    field.annotate('1', '');
    field.annotate('__proto__', 'x'.repeat(4096));
    field.annotate('2', 'zwei');
    expect(outcome(() => field.annotate('4', ''))).toBe('limit-exceeded');
    expect(outcome(() => field.annotate('', ''))).toBe('out-of-range');
    expect(outcome(() => field.annotate('k'.repeat(257), ''))).toBe('limit-exceeded');
    expect(outcome(() => field.annotate('2', 'ä'.repeat(2049)))).toBe('limit-exceeded');
    expect(field.annotations()).toEqual([
      { key: '2', value: 'zwei' },
      { key: '1', value: '' },
      { key: '__proto__', value: 'x'.repeat(4096) },
    ]);
  });

  test('hidden: the last one counts', () => {
    const { field, source } = noted();
    field.setHidden(true);
    expect(source.fields[0]?.hidden).toBe(true);
    field.setHidden(false);
    expect(source.fields[0]?.hidden).toBe(false);
  });
});

describe('new-packet', () => {
  function started(options: TestGuestOptions = {}) {
    const test = inInit(options);
    const source = create(test.guest, 'own', 'events');
    const field = source.addField('v', 'text');
    test.guest.phase = 'start';
    return { ...test, source, field };
  }

  test('every field is unset', () => {
    const { source, field } = started();
    const made = source.newPacket(3);
    expect([made.len(), field.columnText(made), field.isSet(made, 2)]).toEqual([3, ['', '', ''], false]);
    expect(source.newPacket(0).len()).toBe(0);
  });

  test('denied for sources of others, not-now in init', () => {
    const { guest, registry, source } = started({ place: 1 });
    registry.create('host', 'events');
    registry.create('before', 'events', 0);
    for (const name of ['host', 'before']) {
      expect(outcome(() => open(guest, name).newPacket(1))).toBe('denied');
    }
    expect(outcome(() => open(guest, 'own').newPacket(1))).toBe('ok');
    guest.phase = 'init';
    expect(outcome(() => source.newPacket(1))).toBe('not-now');
  });

  test('caps', () => {
    const { guest, source } = started({ limits: { maxOpenPackets: 2, maxSnapshotRows: 10, maxHandles: 5 } });
    expect(outcome(() => source.newPacket(11))).toBe('limit-exceeded');
    for (const rows of [-1, 0.5, NaN, 2 ** 32]) {
      expect(outcome(() => source.newPacket(rows))).toBe('out-of-range');
    }
    const made = [source.newPacket(10), source.newPacket(0)];
    expect(outcome(() => source.newPacket(0))).toBe('limit-exceeded');
    made[0]![Symbol.dispose]();
    made[0]![Symbol.dispose]();
    expect(outcome(() => source.newPacket(0))).toBe('ok');
    expect(outcome(() => source.newPacket(0))).toBe('limit-exceeded');
    made[1]![Symbol.dispose]();
    open(guest, 'own');
    expect([guest.ledger.open, guest.openPackets]).toEqual([4, 1]);
    open(guest, 'own');
    expect(outcome(() => source.newPacket(0))).toBe('limit-exceeded');
    expect([guest.ledger.open, guest.openPackets]).toEqual([5, 1]);
  });
});

test('a handle that does not exist traps', () => {
  const { guest } = inInit();
  const source = create(guest, 's', 'events');
  source[Symbol.dispose]();
  for (const gone of [source, Object.create(DataSource.prototype) as DataSource]) {
    for (const call of [
      () => gone.name(),
      () => gone.delivery(),
      () => gone.fields(),
      () => gone.getField('f'),
      () => gone.addField('f', 'uint8'),
      () => gone.setHidden(true),
      () => gone.subscribe(),
      () => gone.newPacket(1),
    ]) {
      expectTrap(call);
    }
  }
  expect(guest.ledger.open).toBe(0);
});

describe('describe-fields', () => {
  test('tells all of every field, makes no handles and asks for nothing', () => {
    const { guest, registry } = newGuest({ phase: 'init' });
    const source = registry.create('src', 'events');
    source.addField('comm', 'text', { fixedSize: 16, tags: ['path'], annotations: { unit: 'a', about: '' } });
    source.addField('pids', 'other', { elements: 'uint32', hidden: true });
    source.addField('rest', 'other');
    const described = new DataSource(guest, source).describeFields();
    expect(described).toEqual([
      {
        name: 'comm',
        kind: 'text',
        fixedSize: 16,
        tags: ['path'],
        annotations: [
          { key: 'unit', value: 'a' },
          { key: 'about', value: '' },
        ],
        hidden: false,
      },
      { name: 'pids', kind: 'other', elementKind: 'uint32', tags: [], annotations: [], hidden: true },
      { name: 'rest', kind: 'other', tags: [], annotations: [], hidden: false },
    ]);
    expect(guest.ledger.open).toBe(0);
    expect(source.fields.map((field) => field.obtainedBy)).toEqual([-1, -1, -1]);
    described[0]!.tags.push('x');
    expect(source.fields[0]!.tags).toEqual(['path']);
  });
});

test('hidden answers what set-hidden set last', () => {
  const { guest, registry } = newGuest({ phase: 'init' });
  const source = registry.create('src', 'events');
  source.addField('v', 'text');
  const handle = new DataSource(guest, source);
  const field = handle.getField('v');
  expect([handle.hidden(), field.hidden()]).toEqual([false, false]);
  handle.setHidden(true);
  field.setHidden(true);
  expect([handle.hidden(), field.hidden()]).toEqual([true, true]);
  field.setHidden(false);
  guest.phase = 'running';
  expect([handle.hidden(), field.hidden()]).toEqual([true, false]);
});
