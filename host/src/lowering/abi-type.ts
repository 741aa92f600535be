/** How values of a type lie in memory, and how many bytes of texts and lists hang on them. */
import type { GuestMemory } from './memory.ts';

/** A type as `generated/shapes.ts` writes it, laid out as the canonical ABI says. */
export interface AbiType {
  /** Bytes. */
  readonly size: number;
  readonly align: number;
  /** How many numbers it is as an argument. */
  readonly flat: number;
  /** Undefined when such values carry nothing. */
  readonly carried?: Carried;
  /** Of a record or tuple. */
  readonly members?: readonly AbiType[];
  /** Of a list or text. */
  readonly item?: AbiType;
}

/** Bytes of the texts and lists of the value at an address. */
type Carried = (memory: GuestMemory, at: number) => number;

const scalar = (size: number): AbiType => ({ size, align: size, flat: 1 });

const scalars: Readonly<Record<string, AbiType>> = {
  _: { size: 0, align: 1, flat: 0 },
  bool: scalar(1),
  u8: scalar(1),
  s8: scalar(1),
  u16: scalar(2),
  s16: scalar(2),
  u32: scalar(4),
  s32: scalar(4),
  f32: scalar(4),
  char: scalar(4),
  u64: scalar(8),
  s64: scalar(8),
  f64: scalar(8),
  string: sequence(scalar(1)),
};

/** Reads a type. */
export function abiType(text: string): AbiType {
  const known = scalars[text];
  if (known !== undefined) return known;
  const [, word = '', inner = ''] = /^([a-z]+)[<{](.*)[>}]$/.exec(text) ?? [];
  const items = splitItems(inner);
  switch (word) {
    case 'borrow':
    case 'own':
      return scalar(4);
    case 'list':
      return sequence(abiType(inner));
    case 'tuple':
      return record(items.map(abiType));
    case 'record':
      return record(items.map((item) => abiType(typeIn(item)!)));
    case 'enum':
      return variant(items.map(() => abiType('_')));
    case 'option':
      return variant([abiType('_'), abiType(inner)]);
    case 'result':
      return variant([abiType(items[0] ?? '_'), abiType(items[1] ?? '_')]);
    case 'variant':
      return variant(items.map((item) => abiType(typeIn(item) ?? '_')));
    default:
      throw new Error(`no type that is known: ${text}`);
  }
}

/** Bytes of `count` items at an address: of what hangs on them, or of themselves when nothing does. */
export function bytesOfItems(item: AbiType, memory: GuestMemory, pointer: number, count: number): number {
  const at = pointer >>> 0;
  const items = count >>> 0;
  // A call that failed may not have looked at the list.
  if (at + items * item.size > memory.u8.length) return 0;
  if (item.carried === undefined) return items * item.size;
  let sum = 0;
  for (let i = 0; i < items; i++) sum += item.carried(memory, at + i * item.size);
  return sum;
}

/** Splits at the commas that are in no brackets. */
export function splitItems(text: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const letter = text[i]!;
    if ('<{('.includes(letter)) depth++;
    else if ('>})'.includes(letter)) depth--;
    else if (letter === ',' && depth === 0) {
      found.push(text.slice(from, i));
      from = i + 2;
    }
  }
  if (from < text.length) found.push(text.slice(from));
  return found;
}

/** The type behind the name in `name: type`. */
export function typeIn(item: string): string | undefined {
  const at = item.indexOf(': ');
  return at < 0 ? undefined : item.slice(at + 2);
}

/** A text or a list: a pointer and a length. */
function sequence(item: AbiType): AbiType {
  return {
    size: 8,
    align: 4,
    flat: 2,
    item,
    carried: (memory, at) => {
      const { u32 } = memory;
      return bytesOfItems(item, memory, u32[at >>> 2] ?? 0, u32[(at >>> 2) + 1] ?? 0);
    },
  };
}

function record(members: readonly AbiType[]): AbiType {
  const carrying: { at: number; carried: Carried }[] = [];
  let end = 0;
  for (const { size, align, carried } of members) {
    const at = aligned(end, align);
    if (carried !== undefined) carrying.push({ at, carried });
    end = at + size;
  }
  const align = Math.max(1, ...members.map((member) => member.align));
  return {
    size: aligned(end, align),
    align,
    flat: members.reduce((sum, { flat }) => sum + flat, 0),
    members,
    ...(carrying.length > 0 && {
      carried: (memory: GuestMemory, from: number) =>
        carrying.reduce((sum, { at, carried }) => sum + carried(memory, from + at), 0),
    }),
  };
}

function variant(cases: readonly AbiType[]): AbiType {
  // There is none with more than 256 cases, so the tag is a byte.
  const payload = Math.max(1, ...cases.map(({ align }) => align));
  const size = aligned(payload + Math.max(0, ...cases.map((each) => each.size)), payload);
  return {
    size: cases.every((each) => each.size === 0) ? 1 : size,
    align: payload,
    flat: 1 + Math.max(0, ...cases.map(({ flat }) => flat)),
    ...(cases.some(({ carried }) => carried !== undefined) && {
      carried: (memory: GuestMemory, at: number) =>
        cases[memory.u8[at] ?? -1]?.carried?.(memory, at + payload) ?? 0,
    }),
  };
}

function aligned(at: number, align: number): number {
  return Math.ceil(at / align) * align;
}
