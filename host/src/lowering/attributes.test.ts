import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newGuest } from '../api/guest.fixture.ts';
import { maxLogAttributes } from '../api/log-attributes.ts';
import type { Attribute, AttributeValue } from '../generated/gadget-api-logging.ts';
import { liftAttributes } from './attributes.ts';
import { Context } from './context.ts';
import { attributeTags } from './enums.ts';
import { loggingImports } from './imports/small.ts';

const size = 24;

/** Lists of attributes as a guest lays them out: at address 8, the texts behind. */
class Layout {
  readonly buffer = new ArrayBuffer(65_536);
  readonly view = new DataView(this.buffer);
  private next: number;

  constructor(attributes: readonly Attribute[]) {
    this.next = 8 + size * attributes.length;
    attributes.forEach(({ key, value }, i) => {
      const at = 8 + size * i;
      this.text(key, at);
      this.view.setUint8(at + 8, attributeTags.indexOf(value.tag));
      this.value(value, at + 16);
    });
  }

  private value(value: AttributeValue, at: number): void {
    if (value.tag === 'boolean') this.view.setUint8(at, Number(value.val));
    else if (value.tag === 'signed') this.view.setBigInt64(at, value.val, true);
    else if (value.tag === 'unsigned') this.view.setBigUint64(at, value.val, true);
    else if (value.tag === 'float') this.view.setFloat64(at, value.val, true);
    else this.text(value.val, at);
  }

  private text(text: string, at: number): void {
    const bytes = Buffer.from(text);
    new Uint8Array(this.buffer).set(bytes, this.next);
    this.view.setUint32(at, this.next, true);
    this.view.setUint32(at + 4, bytes.length, true);
    this.next += bytes.length;
  }
}

function contextOf({ buffer }: { buffer: ArrayBuffer }, shown: ('error' | 'warn')[] = ['error']) {
  const { guest, seen } = newGuest({ shown });
  const cx = new Context(guest);
  cx.memory.bind({ buffer }, undefined);
  const logWith = loggingImports(cx)['log-with'] as (...args: number[]) => void;
  return { cx, seen, logWith };
}

const value: fc.Arbitrary<AttributeValue> = fc.oneof(
  fc.boolean().map((val) => ({ tag: 'boolean' as const, val })),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((val) => ({ tag: 'signed' as const, val })),
  fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map((val) => ({ tag: 'unsigned' as const, val })),
  fc.double().map((val) => ({ tag: 'float' as const, val })),
  fc.string({ unit: 'grapheme', maxLength: 9 }).map((val) => ({ tag: 'text' as const, val })),
);

test('what a guest laid out is read back', () => {
  const attributes = fc.array(fc.record({ key: fc.string({ unit: 'grapheme', maxLength: 9 }), value }));
  fc.assert(
    fc.property(attributes, (given) => {
      const { cx } = contextOf(new Layout(given));
      expect(Array.from(liftAttributes(cx, 8, given.length))).toEqual(given);
    }),
  );
});

test('a boolean is any byte that is not 0, whatever is beside it', () => {
  const layout = new Layout([{ key: 'k', value: { tag: 'boolean', val: true } }]);
  layout.view.setBigUint64(8 + 16, 0xffff_ff00n, true);
  const { cx } = contextOf(layout);
  expect(liftAttributes(cx, 8, 1)[0]!.value).toEqual({ tag: 'boolean', val: false });
  layout.view.setUint8(8 + 16, 0x80);
  expect(liftAttributes(cx, 8, 1)[0]!.value).toEqual({ tag: 'boolean', val: true });
});

describe('log-with traps', () => {
  const fair = { key: 'k', value: { tag: 'text', val: 'v' } } as const;
  test.each<[string, RegExp, (view: DataView) => [level: number, list: number, count: number] | void]>([
    ['a list that is not aligned', /not aligned to 8/, () => [0, 12, 1]],
    ['a list outside of memory', /outside of/, () => [0, 65_528, 1]],
    ['a list of more than there can be', /outside of/, () => [0, 8, -1]],
    ['a level that is none', /an enum has no case 5/, () => [5, 8, 1]],
    ['a tag that is none', /an enum has no case 5/, (view) => view.setUint8(16, 5)],
    ['a key outside of memory', /outside of/, (view) => view.setUint32(8, 65_536, true)],
    ['a key longer than memory', /outside of/, (view) => view.setUint32(12, 0xffff_ffff, true)],
    ['a text outside of memory', /outside of/, (view) => view.setUint32(24, 0xffff_fff8, true)],
    ['a text that is not UTF-8', /not UTF-8/, (view) => view.setUint8(view.getUint32(24, true), 0xff)],
  ])('for %s', (_, words, spoil) => {
    const layout = new Layout([fair]);
    const { cx, seen, logWith } = contextOf(layout);
    const [level, list, count] = spoil(layout.view) ?? [0, 8, 1];
    expect(() => logWith(level, 0, 0, list, count)).toThrow(words);
    expect(cx.state.dead).toBeDefined();
    expect(seen.logged).toEqual([]);
  });
});

test('log-with reads no more than is shown: of long lists, of long texts, and of lines that nobody sees', () => {
  const many = Array.from({ length: maxLogAttributes + 2 }, (): Attribute => ({
    key: 'k',
    value: { tag: 'boolean', val: true },
  }));
  const layout = new Layout(many);
  // One that would trap if it were looked at.
  layout.view.setUint8(8 + size * maxLogAttributes + 8, 99);
  const { seen, logWith } = contextOf(layout);
  logWith(0, 0, 0, 8, many.length);
  expect(seen.logged).toHaveLength(1);
  const [[, message, attributes]] = seen.logged as [(typeof seen.logged)[number]];
  expect([message, attributes!.length]).toEqual([' … [2 attributes left out]', maxLogAttributes]);
  layout.view.setUint8(8 + 8, 99);
  logWith(1, 0, 0, 8, 1);
  expect(seen.logged).toHaveLength(1);

  const long = new Layout([{ key: 'ä'.repeat(4000), value: { tag: 'text', val: 'b'.repeat(20_000) } }]);
  const other = contextOf(long);
  const [lifted] = Array.from(liftAttributes(other.cx, 8, 1));
  expect(Buffer.byteLength(lifted!.key)).toBeLessThan(270);
  expect((lifted!.value as { val: string }).val.length).toBeLessThan(8200);
  other.logWith(0, 0, 0, 8, 1);
  expect(other.seen.logged[0]![2]).toEqual([
    { key: expect.stringMatching(/^ä+ … \[cut\]$/), value: expect.stringMatching(/^b+ … \[cut\]$/) },
  ]);
});
