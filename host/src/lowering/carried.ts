/** How many bytes of texts and lists a call carries, read from the function's type. */
import { bytesOfItems, type AbiType, abiType, splitItems, typeIn } from './abi-type.ts';
import type { GuestMemory } from './memory.ts';

/** A text or a list among the arguments: a pointer and then a length. */
interface Slot {
  /** Number of the argument. */
  at: number;
  item: AbiType;
}

/** What one function carries. */
export interface Carried {
  args: readonly Slot[];
  /** What goes to memory and can carry something; undefined when nothing does. */
  answer: AbiType | undefined;
  /** Number of the argument that says where the answer goes, if it goes to memory. */
  ret: number;
}

/** Reads a type as `generated/shapes.ts` has it; undefined when the function carries nothing, not even an error's text. */
export function carriedBy(shape: string): Carried | undefined {
  const [, params = '', result = '_'] = /^\((.*?)\)(?: -> (.*))?$/.exec(shape) ?? [];
  const args: Slot[] = [];
  let place = 0;
  for (const param of splitItems(params)) {
    const type = abiType(typeIn(param)!);
    addSlots(type, place, args);
    place += type.flat;
  }
  const type = abiType(result);
  const answer = type.carried === undefined ? undefined : type;
  return args.length === 0 && answer === undefined ? undefined : { args, answer, ret: place };
}

/** Options and variants are no arguments of any function that is there. */
function addSlots({ item, members }: AbiType, place: number, to: Slot[]): void {
  if (item !== undefined) to.push({ at: place, item });
  let at = place;
  for (const member of members ?? []) {
    addSlots(member, at, to);
    at += member.flat;
  }
}

/** Bytes that the gadget gave with these arguments. */
export function bytesOfArguments(
  { args }: Carried,
  memory: GuestMemory,
  given: readonly (number | bigint)[],
): number {
  let sum = 0;
  for (const { at, item } of args)
    sum += bytesOfItems(item, memory, Number(given[at]), Number(given[at + 1]));
  return sum;
}

/** Bytes that the gadget was given with the answer at `pointer`. */
export function bytesOfAnswer({ answer }: Carried, memory: GuestMemory, pointer: number): number {
  return answer?.carried?.(memory, pointer >>> 0) ?? 0;
}
