/** For tests only: one component with many faults, of which it commits the one that it is told. */
import { bump, gadgetText } from '../../../host/src/lowering/core-guest.fixture.ts';
import { watComponent } from '../../../host/src/lowering/wat-component.fixture.ts';

/** What a component does wrong while it handles a packet. */
export interface Misuse {
  what: string;
  /** What is wrong, as wasmtime says it. */
  words: RegExp;
  onPacket?: string;
  realloc?: string;
  postReturn?: string;
}

const field = '(global.get $field)';
const text = '(global.get $text)';
const packet = '(local.get $packet)';
const keep = '(i32.const 32)';
const word = (value: number): string => `(i32.const ${value})`;

const len = (handle: string): string => `(drop (call $len ${handle}))`;
const kind = (handle: string): string => `(drop (call $kind ${handle}))`;
const dropPacket = `(call $drop-packet ${packet})`;
const emit = `(call $emit ${packet} ${word(64)})`;
const discard = (at: number, count: number): string =>
  `(call $discard-many ${packet} ${word(at)} ${word(count)} ${word(64)})`;
const log = (level: number, at: number, length: number): string =>
  `(call $log ${word(level)} ${word(at)} ${word(length)})`;
const getU32 = (of: string, ret: number): string => `(call $get-u32 ${field} ${of} ${word(0)} ${word(ret)})`;
const getText = `(call $get-text ${text} ${packet} ${word(0)} ${word(64)})`;
const column = `(call $column-u32 ${field} ${packet} ${word(64)})`;

const handle = /unknown handle index/;
const type = /used with the wrong type/;
const outside = /out of bounds/;
const aligned = /align/;

const during: readonly [what: string, instructions: string, words: RegExp][] = [
  ['a handle that was never given', len(word(9999)), handle],
  ['the handle 0', len(word(0)), handle],
  ['a field for a packet', len(field), type],
  ['a packet for a field', kind(packet), type],
  ['a field for a borrowed packet', getU32(field, 64), type],
  ['a dropped packet', dropPacket + len(packet), handle],
  ['a packet dropped twice', dropPacket + dropPacket, handle],
  ['a packet emitted twice', emit + emit, handle],
  ['a packet dropped after it was emitted', emit + dropPacket, handle],
  ['a source dropped as a field', '(call $drop-field (global.get $source))', type],
  ['a string beyond memory', log(0, 65_530, 10), outside],
  ['an empty string outside', log(0, 70_000, 0), outside],
  ['a list beyond memory', discard(65_532, 2), outside],
  ['a list of 2^32-1', discard(128, -1), outside],
  ['a list that is not aligned', discard(129, 1), aligned],
  ['an empty list that is not aligned', discard(130, 0), aligned],
  ['a result beyond memory', getU32(packet, 65_536), outside],
  ['a result that is not aligned', getU32(packet, 66), aligned],
  ['a level that does not exist', log(5, 16, 3), /discriminant 5 out of range/],
  ['unreachable', '(unreachable)', /unreachable/],
  ['recursion without end', '(call $again)', /call stack exhausted/],
  ['division by zero', '(drop (i32.div_u (i32.const 1) (i32.const 0)))', /divide by zero/],
];

/** All of them; the first one is called 1. */
export const misuses: readonly Misuse[] = [
  ...during.map(([what, instructions, words]) => ({ what, words, onPacket: instructions + keep })),
  { what: 'an answer outside', words: outside, onPacket: word(-16) },
  { what: 'an answer that is not aligned', words: aligned, onPacket: word(33) },
  {
    what: 'an unknown verdict',
    words: /discriminant 2 out of range/,
    onPacket: `(i32.store8 ${word(132)} ${word(2)}) ${word(128)}`,
  },
  { what: 'realloc beyond memory', words: /end of memory/, realloc: word(65_534), onPacket: getText + keep },
  { what: 'realloc that is not aligned', words: aligned, realloc: word(4097), onPacket: column + keep },
  {
    what: 'a call from realloc',
    words: /cannot leave component instance/,
    realloc: log(0, 16, 3) + word(8192),
    onPacket: getText + keep,
  },
  {
    what: 'a drop in realloc',
    words: /cannot leave component instance/,
    realloc: `(call $drop-field ${field}) ${word(8192)}`,
    onPacket: getText + keep,
  },
  { what: 'a call from post-return', words: /cannot leave component instance/, postReturn: log(0, 16, 3) },
];

/**
 * The component: it commits the misuse whose number the field `v` of a packet's first row holds; with 0 it passes the packet
 * on. Its source is `src`, with `v` of kind uint32 and `t` of kind text.
 */
export function misusingComponent(): Promise<Uint8Array> {
  const chosen = (part: 'onPacket' | 'realloc' | 'postReturn'): string =>
    misuses
      .map((misuse, index) => {
        const body = misuse[part];
        return body && `(if (i32.eq (global.get $calls) ${word(index + 1)}) (then ${body} (return)))`;
      })
      .join('\n');
  return watComponent(
    gadgetText({
      onPacket: `${getU32(packet, 64)} (global.set $calls (i32.load ${word(68)})) ${chosen('onPacket')} ${keep}`,
      realloc: `${chosen('realloc')} ${bump}`,
      postReturn: chosen('postReturn'),
      extra: '(func $again (call $again))',
    }),
  );
}
