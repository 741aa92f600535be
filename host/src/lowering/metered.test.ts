import { expect, test } from 'vitest';
import { CallMeter } from '../call-meter.ts';
import { coreGuest } from './core-guest.fixture.ts';

function meter(): CallMeter {
  return new CallMeter('g', { inside: 0, whole: 0 });
}

const getAndSet = `
  (call $get-text (global.get $text) (local.get $packet) (i32.const 0) (i32.const 64))
  (call $set-text (global.get $text) (local.get $packet) (i32.const 1)
    (i32.load (i32.const 68)) (i32.load (i32.const 72)) (i32.const 64))
  (call $get-u32 (global.get $field) (local.get $packet) (i32.const 9) (i32.const 64))
  (call $drop-packet (local.get $packet))
  (i32.const 32)`;

test('what a core module calls, how often, and the bytes of texts', async () => {
  const measured = meter();
  const guest = await coreGuest({ onPacket: getAndSet }, { meter: measured });
  guest.init();
  guest.start();
  const draft = guest.onPacket([{ v: 1, t: 'äbc' }, {}]);
  // There is no row 9: an error's text went to the gadget, and its length lies where the answer was asked for.
  const refusal = guest.memory().getUint32(76, true);
  expect(refusal).toBeGreaterThan(0);
  expect([...draft.finish().rows()]).toEqual([{ v: 1, t: 'äbc' }, { t: 'äbc' }]);
  const functions = Object.fromEntries(
    measured
      .snapshot()
      .functions.map(({ name, calls, bytesIn, bytesOut }) => [name, [calls, bytesIn, bytesOut]]),
  );
  expect(functions).toEqual({
    'data-source.open': [1, 0, 3],
    'data-source.get-field': [2, 0, 2],
    'data-source.subscribe': [1, 0, 0],
    'field.get-text': [1, 4, 0],
    'field.set-text': [1, 0, 4],
    'field.get-u32': [1, refusal, 0],
    'packet.drop': [1, 0, 0],
  });
});

test('a trap counts, and stays a trap', async () => {
  const measured = meter();
  const guest = await coreGuest(
    { onPacket: '(drop (call $len (i32.const 99))) (i32.const 32)' },
    { meter: measured },
  );
  guest.init();
  guest.start();
  expect(() => guest.onPacket([{}])).toThrow('there is no packet with handle 99');
  expect(measured.snapshot().functions).toContainEqual(
    expect.objectContaining({ name: 'packet.len', calls: 1 }),
  );
});
