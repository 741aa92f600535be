import { expect, it } from 'vitest';
import { coreGuest } from './core-guest.fixture.ts';

const keep = '(i32.const 32)';
const field = '(global.get $field)';
const packet = '(local.get $packet)';
const lists = { elements: 'uint32' as const };

/** How the guest ends whose field `v` is of lists, with these instructions. */
async function trapOf(body: string, realloc?: string): Promise<string> {
  const guest = await coreGuest({ onPacket: `${body} ${keep}`, ...(realloc && { realloc }) }, lists);
  guest.init();
  guest.start();
  try {
    guest.onPacket([{}, {}]);
  } catch (error) {
    expect(() => guest.onPacket([{}])).toThrow('the instance is dead');
    return (error as Error).message;
  }
  throw new Error('it did not trap');
}

const set = (row: number, at: string, length: string): string =>
  `(call $set-list-u32 ${field} ${packet} (i32.const ${row}) (i32.const ${at}) (i32.const ${length}) (i32.const 64))`;

it.each([
  ['a list beyond memory', set(0, '65532', '2')],
  ['a list of 2^32-1', set(0, '128', '-1')],
  [
    'a result of one list across the end',
    `(call $list-u32 ${field} ${packet} (i32.const 0) (i32.const 65524))`,
  ],
  ['a result of two lists across the end', `(call $lists-u32 ${field} ${packet} (i32.const 65520))`],
  ['descriptions across the end', '(call $describe (global.get $source) (i32.const 65532))'],
  [
    'ends beyond memory',
    `(call $set-lists-u32 ${field} ${packet} (i32.const 65532) (i32.const 2) (i32.const 128) (i32.const 0) (i32.const 64))`,
  ],
  [
    'elements beyond memory',
    `(call $set-lists-u32 ${field} ${packet} (i32.const 128) (i32.const 2) (i32.const 65532) (i32.const 2) (i32.const 64))`,
  ],
])('%s traps', async (_, body) => {
  expect(await trapOf(body)).toMatch(/outside of the guest's memory/);
});

it.each([
  ['a list', set(0, '130', '1')],
  ['a result', `(call $lists-u32 ${field} ${packet} (i32.const 66))`],
  ['a list of descriptions', '(call $describe (global.get $source) (i32.const 65))'],
])('%s that is not aligned traps', async (_, body) => {
  expect(await trapOf(body)).toMatch(/not aligned/);
});

it.each([
  ['a list', `${set(0, '16', '1')} (call $list-u32 ${field} ${packet} (i32.const 0) (i32.const 64))`],
  ['a column of lists', `${set(0, '16', '1')} (call $lists-u32 ${field} ${packet} (i32.const 64))`],
  ['descriptions', '(call $describe (global.get $source) (i32.const 64))'],
])('%s in memory that is none of the guest traps', async (_, body) => {
  expect(await trapOf(body, '(i32.const -8)')).toMatch(/outside of the guest's memory/);
  expect(await trapOf(body, '(i32.const 4098)')).toMatch(/not aligned/);
  expect(await trapOf(body, `(call $drop-field ${field}) (i32.const 8192)`)).toMatch(/inside realloc/);
});

it('memory that grows while lists are stored is found again', async () => {
  // Every allocation gets pages of its own.
  const realloc = '(i32.mul (memory.grow (i32.const 2)) (i32.const 65536))';
  const guest = await coreGuest(
    {
      realloc,
      onPacket: `(i32.store (i32.const 128) (i32.const 7)) (i32.store (i32.const 132) (i32.const -1))
        ${set(1, '128', '2')}
        (call $lists-u32 ${field} ${packet} (i32.const 192))
        (call $lists-s64 ${field} ${packet} (i32.const 224))
        (call $set-lists-u32 ${field} ${packet} (i32.load (i32.const 196)) (i32.load (i32.const 200))
          (i32.load (i32.const 204)) (i32.load (i32.const 208)) (i32.const 64))
        (call $list-u32 ${field} ${packet} (i32.const 1) (i32.const 256))
        (call $describe (global.get $source) (i32.const 288)) ${keep}`,
    },
    lists,
  );
  guest.init();
  const draft = guest.onPacket([{}, {}]);
  const memory = guest.memory();
  const word = (at: number): number => memory.getUint32(at, true);
  expect([192, 224, 64, 256].map((at) => memory.getUint8(at))).toEqual([0, 0, 0, 0]);
  expect([0, 4].map((at) => word(word(196) + at))).toEqual([0, 2]);
  expect([0, 4].map((at) => word(word(204) + at))).toEqual([7, 0xffff_ffff]);
  // What narrower kinds hold has no sign in 64 bits.
  expect([0, 4, 8, 12].map((at) => word(word(236) + at))).toEqual([7, 0, 0xffff_ffff, 0]);
  expect([0, 4].map((at) => word(word(260) + at))).toEqual([7, 0xffff_ffff]);
  expect(word(292)).toBe(2);
  const first = word(288);
  expect([memory.getUint8(first + 8), memory.getUint8(first + 9), memory.getUint8(first + 10)]).toEqual([
    13, 1, 7,
  ]);
  expect(draft.finish().length).toBe(2);
});

it('a list is refused with an error, not a trap, when it has too many bytes', async () => {
  const guest = await coreGuest(
    { onPacket: `${set(0, '0', '9')} ${keep}` },
    { ...lists, limits: { maxValueBytes: 32 } },
  );
  guest.init();
  guest.onPacket([{}]);
  // err(limit-exceeded(text))
  expect([guest.memory().getUint8(64), guest.memory().getUint8(68)]).toEqual([1, 7]);
});
