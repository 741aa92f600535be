/** Which texts and lists a call carries, and where its core form keeps them: read from the function's type. */
import { apiErrorTags } from './enums.ts';
import type { GuestMemory } from './memory.ts';

/** A text or a list: a pointer and then a length, in the arguments or in memory. */
interface Slot {
  /** Number of the argument, or bytes from the start of the answer. */
  at: number;
  /** Bytes of an item that lies in the list itself. */
  itemBytes: number;
  /** Texts of an item that lie elsewhere, each a pointer and a length in the list. */
  itemTexts: number;
}

/** What one function carries. */
export interface Carried {
  args: readonly Slot[];
  answer: readonly Slot[];
  /** Whether the answer is behind a tag: of a result (0 is ok), or of an option (0 is none). */
  tag: 'none' | 'result' | 'option';
  /** Bytes before what a result carries. */
  payload: number;
  /** Number of the argument that says where the answer goes, if it goes to memory. */
  ret: number;
}

const itemSizes: Readonly<Record<string, number>> = {
  u8: 1,
  bool: 1,
  s32: 4,
  u32: 4,
  s64: 8,
  u64: 8,
  f64: 8,
};

/** The one error without a text. */
const expired = apiErrorTags.indexOf('expired');

/** Reads a type as `generated/shapes.ts` has it; undefined when the function carries nothing and can't fail. */
export function carriedBy(shape: string): Carried | undefined {
  const [, params, result = ''] = /^\((.*?)\)(?: -> (.*))?$/.exec(shape) ?? [];
  const args: Slot[] = [];
  let place = 0;
  for (const param of parts(params ?? '')) {
    const type = param.slice(param.indexOf(': ') + 2);
    const slots = slotsOf(type, place, 1);
    args.push(...slots);
    place += Math.max(1, 2 * slots.length);
  }
  const wrapped = /^(result|option)<(.*)>$/.exec(result);
  const tag = (wrapped?.[1] ?? 'none') as Carried['tag'];
  const value = wrapped === null ? result : parts(wrapped[2]!)[0]!;
  const payload = /^[su f]64$/.test(value) ? 8 : 4;
  const answer = slotsOf(value, tag === 'none' ? 0 : payload, 4);
  return args.length + answer.length === 0 && tag !== 'result'
    ? undefined
    : { args, answer, tag, payload, ret: place };
}

/** `step`: how far a length is from its pointer. */
function slotsOf(type: string, at: number, step: number): Slot[] {
  if (type === 'string') return [{ at, itemBytes: 1, itemTexts: 0 }];
  const list = /^list<(.*)>$/.exec(type)?.[1];
  if (list !== undefined) {
    const itemTexts = list.match(/\bstring\b/g)?.length ?? 0;
    return [{ at, itemTexts, itemBytes: itemTexts > 0 ? 0 : (itemSizes[list] ?? 4) }];
  }
  const record = /^record\{(.*)\}$/.exec(type)?.[1];
  if (record === undefined) return [];
  const slots: Slot[] = [];
  for (const field of parts(record)) {
    slots.push(...slotsOf(field.slice(field.indexOf(': ') + 2), at + 2 * step * slots.length, step));
  }
  return slots;
}

/** Splits at the commas that are in no brackets. */
function parts(text: string): string[] {
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

/** Bytes that the gadget gave with these arguments. */
export function bytesOfArguments(
  { args }: Carried,
  memory: GuestMemory,
  given: readonly (number | bigint)[],
): number {
  let sum = 0;
  for (const slot of args) sum += bytesOf(slot, memory, Number(given[slot.at]), Number(given[slot.at + 1]));
  return sum;
}

/** Bytes that the gadget was given with the answer at `pointer`. */
export function bytesOfAnswer(
  { answer, tag, payload }: Carried,
  memory: GuestMemory,
  pointer: number,
): number {
  const { u8, u32 } = memory;
  const at = pointer >>> 0;
  if (tag === 'option' && u8[at] === 0) return 0;
  if (tag === 'result' && u8[at] === 1) {
    return u8[at + payload] === expired ? 0 : (u32[(at + payload + 8) >>> 2] ?? 0);
  }
  let sum = 0;
  for (const slot of answer) {
    const word = (at + slot.at) >>> 2;
    sum += bytesOf(slot, memory, u32[word]!, u32[word + 1]!);
  }
  return sum;
}

function bytesOf(
  { itemBytes, itemTexts }: Slot,
  memory: GuestMemory,
  pointer: number,
  length: number,
): number {
  const { u8, u32 } = memory;
  const at = pointer >>> 0;
  const items = length >>> 0;
  // A call that failed may not have looked at the list.
  if (at + items * (itemBytes + 8 * itemTexts) > u8.length) return 0;
  let sum = items * itemBytes;
  for (let i = 0; i < items * itemTexts; i++) sum += u32[(at >>> 2) + 2 * i + 1]!;
  return sum;
}
