import {
  coreGuest,
  coreImports,
  bump,
  type GuestText,
} from '../../../host/src/lowering/core-guest.fixture.ts';
import { mustBeOfGuest } from '../refusal.ts';
import type { Random } from '../random.ts';
import type { Target } from '../target.ts';

/** Addresses, lengths, handles and rows: right ones, and those at edges. */
const numbers = [
  ...[0, 1, 2, 3, 4, 7, 16, 24, 28, 32, 64, 68, 128, 255, 256, 1000, 4095, 4096, 8192, 16_384],
  ...[65_500, 65_532, 65_535, 65_536, 131_072, 2 ** 24, 2 ** 29, 2 ** 31 - 1, -(2 ** 31), -8, -1],
];
const held = ['(global.get $source)', '(global.get $field)', '(global.get $text)', '(local.get $packet)'];
const reallocs = [
  ...[0, 8, 65_529, 131_072, -1].map((at) => `(i32.const ${at})`),
  'unreachable',
  `(drop (call $on-packet (i32.const 0) (i32.const 1))) (i32.const 4096)`,
  `(drop (call $len (i32.const 1))) (i32.const 4096)`,
  `(call $drop-field (global.get $field)) (i32.const 4096)`,
];

/** Core modules that call `gadget:api` at random, below any SDK. Each ends as a guest may: with an answer, an error, or a trap. */
export const calls: Target = {
  name: 'calls',
  extension: 'json',
  inSuite: 500,
  prepare: () =>
    Promise.resolve({
      make: (random) => Buffer.from(JSON.stringify(guestText(random), undefined, 2)),
      attempt: (input) => call(JSON.parse(Buffer.from(input).toString()) as GuestText),
    }),
};

function guestText(random: Random): GuestText {
  return {
    onPacket: body(random, held),
    ...(random.once(4) && { init: body(random, held.slice(0, 3)) }),
    ...(random.once(4) && { realloc: random.once(2) ? random.pick(reallocs) : bump }),
    ...(random.once(16) && { postReturn: statement(random, held.slice(0, 3)) }),
  };
}

/** Instructions, and the address of an answer: that it keeps the packet, for the most part. */
function body(random: Random, handles: readonly string[]): string {
  const lines = Array.from({ length: random.few(6) }, () => statement(random, handles));
  return [...lines, `(i32.const ${random.once(6) ? random.pick(numbers) : 32})`].join('\n');
}

function statement(random: Random, handles: readonly string[]): string {
  if (random.once(12)) return '(drop (memory.grow (i32.const 1)))';
  if (random.once(8)) return `(i32.store ${mild(random)} ${hostile(random, handles)})`;
  const [module, name, id, type] = random.pick(coreImports);
  const [, params = ''] = /\(param ([^)]*)\)/.exec(type) ?? [];
  const right = rightHandles(module, name, handles);
  const operands = params.split(' ').map((_, at) => {
    if (random.once(12)) return hostile(random, handles);
    return at < right.length ? random.pick(right[at]!) : mild(random);
  });
  const called = `(call ${id} ${operands.join(' ')})`;
  return type.includes('result') ? `(drop ${called})` : called;
}

/** What the first operands should be. */
function rightHandles(module: string, name: string, handles: readonly string[]): (readonly string[])[] {
  const [source, field, text, packet = field] = handles as [string, string, string, string?];
  if (module === 'lists') return [[field, text], [packet]];
  if (module === 'packet' && !name.startsWith('[static]')) return [[packet]];
  if (module === 'datasource' && !name.startsWith('[static]')) return [[source]];
  if (module !== 'field') return [];
  return name.startsWith('[method]') && /get-|set-|column-/.test(name)
    ? [[field, text], [packet]]
    : [[field, text]];
}

/** A row, a length, or an address at which there is room. */
function mild(random: Random): string {
  return `(i32.const ${random.pick([0, 1, 2, 16, 24, 64, 128, 256, 512, 4096])})`;
}

function hostile(random: Random, handles: readonly string[]): string {
  switch (random.below(5)) {
    case 0:
      return random.pick(handles);
    case 1:
      return `(i32.load (i32.const ${random.pick([64, 68, 72, 128])}))`;
    case 2:
      return `(i32.const ${random.u32() | 0})`;
    default:
      return `(i32.const ${random.pick(numbers)})`;
  }
}

async function call(text: GuestText): Promise<string> {
  const guest = await coreGuest(text);
  const steps = [
    () => guest.init(),
    () => guest.start(),
    () => guest.onPacket([{ v: 7, t: 'seven' }, { t: '' }]),
    () => guest.onPacket([{ v: 8, t: 'é'.repeat(300) }, {}, { v: 9 }]),
  ];
  const words: string[] = [];
  for (const step of steps) {
    try {
      step();
      words.push('answers');
    } catch (error) {
      words.push(mustBeOfGuest(error));
    }
  }
  return words.slice(2).join(', ');
}
