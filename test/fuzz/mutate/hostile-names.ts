import type { Random } from '../random.ts';
import { joined, spliced } from './bytes.ts';
import { leb } from './leb.ts';

/** Set by a name that became code. Nothing else sets it. */
export const canary = 'gadgetFuzzCanary';

/** Names that are code, that are long, and that mean something to JavaScript or to this host. */
const hostileNames: readonly string[] = [
  `'];globalThis.${canary}=1;//`,
  `\`\${globalThis.${canary}=1}\``,
  `"+(globalThis.${canary}=1)+"`,
  `*/globalThis.${canary}=1/*`,
  `\nglobalThis.${canary}=1\n`,
  `\\`,
  `'`,
  '\u2028',
  '\u202e',
  'é',
  '\0',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  '',
  ' ',
  '#x',
  'a'.repeat(300),
  'a'.repeat(100_001),
  '../../etc/passwd',
  'gadget:api/lifecycle@1.0.0',
  'gadget:api/lifecycle@1.9.0',
  'gadget:api/lifecycle',
  'gadget:api/field@99999999999999999999.0.0',
  'gadget:api/field@1.0.0-rc.1+build.2',
  'gadget:api/field@01.0.0',
  'gadget:api/@1.0.0',
  'gadget:api/x/y@1.0.0@2.0.0',
  ':/@',
  '[method]field.get-u32',
  '[method]field',
  '[constructor]',
  '[resource-drop]packet',
  '[static].',
  'gadget-bounds',
  'gadget-bounds:memory0',
  'wasi:cli/environment@0.2.0',
  'cabi_realloc',
  '$init',
  'memory',
];

/** A copy in which one name is another; undefined when there is none. `others` are names that it may become, too. */
export function renameOne(
  bytes: Uint8Array,
  others: readonly Uint8Array[],
  random: Random,
): Uint8Array | undefined {
  const names = namesIn(bytes);
  if (names.length === 0) return undefined;
  const { start, end } = random.pick(names);
  const own = bytes.subarray(start, end);
  const name = otherName(own, others, random);
  return spliced(bytes, start - 1, end - start + 1, joined([leb(name.length), name]));
}

function otherName(own: Uint8Array, others: readonly Uint8Array[], random: Random): Uint8Array {
  if (others.length > 0 && random.once(3)) return random.pick(others);
  const hostile = new TextEncoder().encode(random.pick(hostileNames));
  switch (random.below(4)) {
    case 0:
      return joined([own, hostile]);
    case 1:
      return Uint8Array.from(own, (byte, at) => (at === own.length - 1 ? random.below(256) : byte));
    default:
      return hostile;
  }
}

/** What looks like a name: a length below 128, and as many printable characters of ASCII. */
export function namesIn(bytes: Uint8Array): { start: number; end: number }[] {
  const names: { start: number; end: number }[] = [];
  for (let at = 0; at < bytes.length; at++) {
    const size = bytes[at]!;
    const [start, end] = [at + 1, at + 1 + size];
    if (size < 3 || size > 127 || end > bytes.length) continue;
    let printable = true;
    for (let place = start; place < end && printable; place++) printable = isPrintable(bytes[place]!);
    if (!printable) continue;
    names.push({ start, end });
    at = end - 1;
  }
  return names;
}

function isPrintable(byte: number): boolean {
  return byte >= 0x20 && byte < 0x7f;
}
