import { describe, expect, it } from 'vitest';
import { newGuest } from '../api/guest.fixture.ts';
import { offer as offerOfV1 } from '../generated/offer.ts';
import { offer } from '../generated/preview/offer.ts';
import { Context } from './context.ts';
import { bump, coreGuest } from './core-guest.fixture.ts';
import { errorsV2 } from './error-form.ts';
import { Trap } from './trap.ts';
import { coreImportsV2 } from './v2.ts';

const v1 = offerOfV1[0]!.version;
const api = (name: string, version = offer[0]!.version): string => `gadget:api/${name}@${version}`;

const imports: readonly [module: string, name: string, id: string, type: string][] = [
  [api('packet'), '[method]packet.len', '$len', '(param i32) (result i32)'],
  [api('packet'), '[static]packet.emit', '$emit', '(param i32 i32)'],
  [api('packet'), '[resource-drop]packet', '$drop-packet', '(param i32)'],
  [api('field'), '[method]field.get-u32', '$get-u32', '(param i32 i32 i32 i32)'],
  [api('field'), '[method]field.set-u32', '$set-u32', '(param i32 i32 i32 i32 i32 i32)'],
  [api('field'), '[method]field.set-text', '$set-text', '(param i32 i32 i32 i32 i32 i32 i32)'],
  [api('field'), '[method]field.gaps', '$gaps', '(param i32 i32 i32)'],
  [api('field'), '[method]field.column-packed', '$column-packed', '(param i32 i32 i32)'],
  [api('field'), '[method]field.set-column-u32', '$set-column-u32', '(param i32 i32 i32 i32 i32 i32 i32)'],
  [api('datasource'), '[static]data-source.open', '$open', '(param i32 i32 i32)'],
  [api('datasource'), '[method]data-source.field', '$field', '(param i32 i32 i32 i32)'],
  [api('datasource'), '[method]data-source.subscribe', '$subscribe', '(param i32 i32 i32 i32)'],
  [api('datasource'), '[method]subscription.id', '$id', '(param i32) (result i32)'],
  [api('datasource'), '[static]subscription.cancel', '$cancel', '(param i32)'],
  [api('datasource', v1), '[static]data-source.open', '$open-v1', '(param i32 i32 i32)'],
  [api('datasource', v1), '[method]data-source.get-field', '$field-v1', '(param i32 i32 i32 i32)'],
  [api('field', v1), '[method]field.kind', '$kind-v1', '(param i32) (result i32)'],
];

/**
 * A gadget that opens `src` and its field `v` by the preview (`$f`) and by 1.x (`$f1`), and subscribes by the preview (`$s`).
 * Results of imports go to 64, 32 holds an answer of `ok(keep)`.
 */
function text(onPacket: string): string {
  const at = '(i32.load (i32.const 68))';
  return `(module
    ${imports.map(([module, name, id, type]) => `(import "${module}" "${name}" (func ${id} ${type}))`).join('\n')}
    (memory (export "memory") 1)
    (data (i32.const 16) "src") (data (i32.const 24) "v")
    (global $heap (mut i32) (i32.const 4096))
    (global $source (mut i32) (i32.const 0))
    (global $f (mut i32) (i32.const 0))
    (global $f1 (mut i32) (i32.const 0))
    (global $s (mut i32) (i32.const 0))
    (func (export "cabi_realloc") (param $old i32) (param $old-size i32) (param $align i32) (param $size i32)
      (result i32) (local $at i32) ${bump})
    (func (export "${api('lifecycle')}#init") (param i32) (result i32)
      (call $open (i32.const 16) (i32.const 3) (i32.const 64)) (global.set $source ${at})
      (call $field (global.get $source) (i32.const 24) (i32.const 1) (i32.const 64)) (global.set $f ${at})
      (call $subscribe (global.get $source) (i32.const 0) (i32.const 0) (i32.const 64)) (global.set $s ${at})
      (call $open-v1 (i32.const 16) (i32.const 3) (i32.const 64))
      (call $field-v1 ${at} (i32.const 24) (i32.const 1) (i32.const 64)) (global.set $f1 ${at})
      (i32.const 32))
    (func (export "${api('lifecycle')}#start") (result i32) (i32.const 32))
    (func (export "${api('lifecycle')}#stop") (param i32) (result i32) (i32.const 32))
    (func (export "${api('handler')}#on-packet") (param $sub i32) (param $packet i32) (result i32)
      ${onPacket} (i32.const 32)))`;
}

const packet = '(local.get $packet)';
const [f, f1] = ['(global.get $f)', '(global.get $f1)'];

async function guestOf(onPacket: string) {
  const guest = await coreGuest(text(onPacket));
  guest.init();
  guest.start();
  return guest;
}

/** The words of the trap in which on-packet must end, and leave an instance that nobody can enter. */
async function trapOf(onPacket: string): Promise<string> {
  const guest = await guestOf(onPacket);
  const thrown = (): Error => {
    try {
      guest.onPacket([{ v: 1 }]);
    } catch (error) {
      return error as Error;
    }
    throw new Error('it did not throw');
  };
  const first = thrown();
  expect(first).toBeInstanceOf(Trap);
  expect(thrown().message).toBe('the instance is dead');
  return first.message;
}

it('every function of the preview has a direct form, and every resource its drop', () => {
  const made = coreImportsV2(new Context(newGuest().guest, errorsV2));
  for (const { package: owner, interface: name, version, direction, functions, resources } of offer) {
    if (direction === 'export') continue;
    expect(Object.keys(made[`${owner}/${name}@${version}`]!).toSorted()).toEqual(
      [
        ...functions.map((each) => each.name),
        ...resources.map((each) => `[resource-drop]${each}`),
      ].toSorted(),
    );
  }
});

describe('handles', () => {
  it.each([
    ['of 1.x given to the preview', `(call $gaps ${f1} ${packet} (i32.const 64))`],
    ['of the preview given to 1.x', `(drop (call $kind-v1 ${f}))`],
    ['of a packet given to 1.x', `(drop (call $kind-v1 ${packet}))`],
    ['of a field as a subscription', `(drop (call $id ${f}))`],
    ['of a subscription as a packet', '(drop (call $len (global.get $s)))'],
    [
      'of a subscription that is cancelled twice',
      '(call $cancel (global.get $s)) (call $cancel (global.get $s))',
    ],
    [
      'that nobody has, among those asked for',
      `(i32.store (i32.const 128) (i32.const 999))
       (call $subscribe (global.get $source) (i32.const 128) (i32.const 1) (i32.const 64))`,
    ],
    [
      'of an emitted packet',
      `(call $emit ${packet} (i32.const 64)) (call $drop-packet ${packet})
      (call $drop-packet (i32.load (i32.const 80)))`,
    ],
  ])('%s traps', async (_, onPacket) => {
    expect(await trapOf(onPacket)).toMatch(/there is no (packet|field|subscription) with handle/);
  });

  it('have one numbering over both majors', async () => {
    const guest = await guestOf(`(i32.store (i32.const 128) ${f}) (i32.store (i32.const 132) ${f1})
      (i32.store (i32.const 136) ${packet}) (i32.store (i32.const 140) (global.get $s))`);
    guest.onPacket([{ v: 1 }]);
    const numbers = [128, 132, 136, 140].map((at) => guest.memory().getUint32(at, true));
    expect(new Set(numbers).size).toBe(4);
  });
});

describe('pointers and tags', () => {
  const none = '(i32.const 0)';
  it.each([
    ['a result across the end', `(call $get-u32 ${f} ${packet} ${none} (i32.const 65524))`],
    ['a wide column across the end', `(call $column-packed ${f} ${packet} (i32.const 65512))`],
    ['a refusal across the end', `(call $emit ${packet} (i32.const 65520))`],
    ['an odd address', `(call $gaps ${f} ${packet} (i32.const 66))`],
    [
      'gaps beyond memory',
      `(call $set-column-u32 ${f} ${packet} (i32.const 128) (i32.const 1) (i32.const 128) (i32.const -1) (i32.const 64))`,
    ],
    [
      'asks beyond memory',
      `(call $subscribe (global.get $source) (i32.const 128) (i32.const 0x3fffffff) (i32.const 64))`,
    ],
    [
      'an option that is neither',
      `(call $set-u32 ${f} ${packet} ${none} (i32.const 2) ${none} (i32.const 64))`,
    ],
  ])('%s traps', async (_, onPacket) => {
    expect(await trapOf(onPacket)).toMatch(
      /outside of the guest's memory|not aligned|an option has no case 2/,
    );
  });

  it('what stands for no value is not looked at', async () => {
    const guest = await guestOf(
      `(call $set-u32 ${f} ${packet} (i32.const 0) (i32.const 0) (i32.const -1) (i32.const 64))`,
    );
    expect([
      ...guest
        .onPacket([{ v: 1 }])
        .finish()
        .rows(),
    ]).toEqual([{}]);
  });
});

it('an error is a code and a text, also where 1.x has no text', async () => {
  const guest = await guestOf(`(i32.store (i32.const 256) ${packet})
    (call $set-text ${f} ${packet} (i32.const 0) (i32.const 1) (i32.const 16) (i32.const 3) (i32.const 64))`);
  guest.onPacket([{ v: 1 }]);
  const memory = guest.memory();
  const [pointer, length] = [memory.getUint32(72, true), memory.getUint32(76, true)];
  const words = new TextDecoder().decode(new Uint8Array(memory.buffer, pointer, length));
  expect([memory.getUint8(64), memory.getUint8(68), words]).toEqual([
    1,
    2,
    'v is uint32: text does not fit, u32, s64, u64, f64 does',
  ]);
});

it('a packet that is refused comes back under a handle', async () => {
  const guest = await guestOf(`(call $emit ${packet} (i32.const 64))
    (i32.store (i32.const 128) (call $len (i32.load (i32.const 80))))
    (call $drop-packet (i32.load (i32.const 80)))`);
  const { open } = guest.guest.ledger;
  guest.onPacket([{ v: 1 }, { v: 2 }]);
  expect([guest.memory().getUint8(64), guest.memory().getUint8(68)]).toEqual([1, 8]);
  expect([guest.memory().getUint32(128, true), guest.guest.ledger.open]).toEqual([2, open]);
});
