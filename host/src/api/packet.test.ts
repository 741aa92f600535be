import { describe, expect, test } from 'vitest';
import { create } from './datasource.ts';
import { expectTrap, newGuest, oneField, outcome } from './guest.fixture.ts';
import { emit, Packet, send } from './packet.ts';
import type { Phase } from './phase.ts';

/** A guest with a source of its own that has started. */
function producer(options: Parameters<typeof newGuest>[0] = {}, delivery: 'events' | 'snapshots' = 'events') {
  const test = newGuest({ ...options, phase: 'init' });
  const source = create(test.guest, 'own', delivery);
  const field = source.addField('v', 'uint8');
  test.guest.phase = options.phase ?? 'running';
  return { ...test, source, field };
}

describe('append', () => {
  test('answers the first new number; 0 rows add nothing', () => {
    const { packet, draft } = oneField('uint8', { values: [1] });
    expect([packet.append(2), packet.append(0), packet.append(1), packet.len()]).toEqual([1, 3, 3, 4]);
    expect([...draft.finish().rows()]).toEqual([{ v: 1 }, {}, {}, {}]);
  });

  test('is capped for each gadget and packet, received or made', () => {
    const limits = { maxAppendedRows: 5 };
    const { packet } = oneField('uint8', { limits });
    packet.append(5);
    expect(outcome(() => packet.append(1))).toBe('limit-exceeded');
    expect([packet.append(0), packet.len()]).toEqual([8, 8]);
    const { source } = producer({ limits });
    const made = source.newPacket(100);
    expect(outcome(() => made.append(6))).toBe('limit-exceeded');
    expect([made.append(5), made.len()]).toEqual([100, 105]);
    expect(outcome(() => made.append(2 ** 32 - 1))).toBe('limit-exceeded');
  });

  test('a snapshot holds so many rows; events have no such cap', () => {
    const limits = { maxSnapshotRows: 10, maxAppendedRows: 5 };
    const snapshot = producer({ limits }, 'snapshots').source.newPacket(8);
    expect(outcome(() => snapshot.append(3))).toBe('limit-exceeded');
    expect([snapshot.append(2), snapshot.len()]).toEqual([8, 10]);
    const received = oneField('uint8', { limits: { maxSnapshotRows: 3 }, delivery: 'snapshots' }).packet;
    expect(outcome(() => received.append(1))).toBe('limit-exceeded');
    expect(producer({ limits }).source.newPacket(10).append(5)).toBe(10);
  });

  test('takes a u32', () => {
    const { packet } = oneField('uint8');
    for (const rows of [-1, 0.5, NaN, 2 ** 32])
      expect(outcome(() => packet.append(rows))).toBe('out-of-range');
    expect(packet.len()).toBe(3);
  });
});

describe('discard', () => {
  test('a row keeps its number until the call is over', () => {
    const { packet, draft } = oneField('uint8', { values: [1, 2, 3] });
    packet.discard(1);
    packet.discard(1);
    packet.append(1);
    packet.discard(3);
    expect(packet.len()).toBe(4);
    expect([...draft.finish().rows()]).toEqual([{ v: 1 }, { v: 3 }]);
    for (const row of [4, -1, 0.5, NaN, 2 ** 32 - 1]) {
      expect(outcome(() => packet.discard(row))).toBe('out-of-range');
    }
  });

  test('many: in any order, twice, none, and all or nothing', () => {
    const { packet, draft } = oneField('uint8', { values: [1, 2, 3, 4] });
    packet.discardMany(new Uint32Array(0));
    expect(outcome(() => packet.discardMany(new Uint32Array([0, 4])))).toBe('out-of-range');
    expect(outcome(() => packet.discardMany([0, -1]))).toBe('out-of-range');
    expect(draft.live).toBe(4);
    packet.discardMany(new Uint32Array([3, 0, 3]));
    expect([...draft.finish().rows()]).toEqual([{ v: 2 }, { v: 3 }]);
  });

  test('many: a list is read once', () => {
    const { packet, draft } = oneField('uint8', { values: [1, 2] });
    let reads = 0;
    packet.discardMany({
      length: 1,
      get 0(): number {
        return reads++ === 0 ? 0 : 5_000_000_000;
      },
    });
    expect([...draft.finish().rows()]).toEqual([{ v: 2 }]);
  });
});

test('through a kept handle of a received packet: len is 0, all else expired', () => {
  const { guest, packet } = oneField('uint8');
  packet.expire();
  expect(packet.len()).toBe(0);
  for (const call of [
    () => packet.append(0),
    () => packet.append(-1),
    () => packet.discard(99),
    () => packet.discardMany([]),
    () => emit(guest, packet),
  ]) {
    expect(outcome(call)).toBe('expired');
  }
});

describe('emit', () => {
  test('sends what was made, once, and gives the handle back', () => {
    const { guest, seen, source, field } = producer();
    const open = guest.ledger.open;
    const made = source.newPacket(2);
    field.setU32(made, 1, 7);
    made.discard(0);
    expect([guest.ledger.open, guest.openPackets]).toEqual([open + 1, 1]);
    emit(guest, made);
    expect([guest.ledger.open, guest.openPackets]).toEqual([open, 0]);
    expect(seen.emitted.map((draft) => [...draft.finish().rows()])).toEqual([[{ v: 7 }]]);
    expectTrap(() => emit(guest, made));
    expectTrap(() => made.len());
    expect(seen.emitted.length).toBe(1);
    expect([guest.ledger.open, guest.openPackets]).toEqual([open, 0]);
  });

  test.each<[string, (t: ReturnType<typeof producer>) => Packet, string]>([
    ['received', () => oneField('uint8').packet, 'denied'],
    [
      'over',
      () => {
        const { packet } = oneField('uint8');
        packet.expire();
        return packet;
      },
      'expired',
    ],
    [
      'made, in init',
      ({ guest, source }) => {
        const made = source.newPacket(1);
        guest.phase = 'init';
        return made;
      },
      'not-now',
    ],
  ])('consumes a packet that is %s', (_, packetOf, tag) => {
    const test = producer();
    const packet = packetOf(test);
    const open = packet.guest.ledger.open;
    expect(outcome(() => emit(test.guest, packet))).toBe(tag);
    expect(packet.live).toBe(false);
    expect(packet.guest.ledger.open).toBe(open - 1);
    expect(packet.guest.openPackets).toBe(0);
    expect(test.seen.emitted).toEqual([]);
  });

  test('consumes a packet that the run has no room for', () => {
    const { guest, source } = producer({ full: true });
    const made = source.newPacket(1);
    expect(outcome(() => emit(guest, made))).toBe('busy');
    expect([made.live, guest.openPackets]).toEqual([false, 0]);
  });

  test('a received packet that was refused goes on as it is', () => {
    const { guest, packet, field, draft } = oneField('uint8', { values: [1] });
    field.setU32(packet, 0, 2);
    expect(outcome(() => emit(guest, packet))).toBe('denied');
    expect([...draft.finish().rows()]).toEqual([{ v: 2 }]);
  });

  test.each<Phase>(['start', 'running', 'stop'])('works in %s', (phase) => {
    const { guest, seen, source } = producer({ phase });
    emit(guest, source.newPacket(0));
    expect(seen.emitted[0]?.length).toBe(0);
  });
});

describe('handles', () => {
  test('made packets live from call to call, until they are dropped', () => {
    const { guest, source, field } = producer();
    const made = source.newPacket(1);
    field.setU32(made, 0, 3);
    guest.phase = 'stop';
    expect(field.getU32(made, 0)).toBe(3);
    made[Symbol.dispose]();
    made[Symbol.dispose]();
    expect(guest.openPackets).toBe(0);
    expectTrap(() => made.len());
    expectTrap(() => field.getU32(made, 0));
  });

  test('dropping a received packet early changes nothing for it', () => {
    const { guest, packet, field, draft } = oneField('uint8', { values: [1, 2] });
    const open = guest.ledger.open;
    field.setU32(packet, 0, 9);
    packet.discard(1);
    packet[Symbol.dispose]();
    expect(guest.ledger.open).toBe(open - 1);
    expect([...draft.finish().rows()]).toEqual([{ v: 9 }]);
    packet.expire();
    expectTrap(() => packet.len());
  });

  test('a kept one counts until it is dropped', () => {
    const { guest, packet } = oneField('uint8');
    const open = guest.ledger.open;
    packet.expire();
    expect(guest.ledger.open).toBe(open);
    packet[Symbol.dispose]();
    expect([guest.ledger.open, guest.openPackets]).toEqual([open - 1, 0]);
  });

  test('a handle that does not exist traps', () => {
    const { guest, field } = oneField('uint8');
    const ghost = Object.create(Packet.prototype) as Packet;
    for (const call of [
      () => ghost.len(),
      () => ghost.append(0),
      () => ghost.discard(0),
      () => ghost.discard(-1),
      () => ghost.discardMany([]),
      () => field.getU32(ghost, 0),
      () => field.isSet(ghost, 0),
      () => emit(guest, ghost),
      () => ghost[Symbol.dispose](),
    ]) {
      expectTrap(call);
    }
    expect([guest.ledger.open, guest.openPackets]).toEqual([1, 0]);
  });
});

test('a packet that is sent, or refused, still has its handle', () => {
  const { guest, seen, source } = producer();
  const made = source.newPacket(1);
  send(guest, made);
  expect([made.live, seen.emitted.length]).toEqual([true, 1]);
  const full = producer({ full: true });
  const refused = full.source.newPacket(1);
  expect(outcome(() => send(full.guest, refused))).toBe('busy');
  expect([refused.live, refused.len(), full.guest.openPackets]).toEqual([true, 1, 1]);
  refused[Symbol.dispose]();
  expectTrap(() => send(full.guest, refused));
});
