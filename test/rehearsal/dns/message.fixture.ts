/** Parts of DNS messages, to be put together by hand: right ones and wrong ones. */

/** Flags of a query that wants recursion, and of its response. */
export const query = 0x0100;
export const response = 0x8180;

/** Types of records. */
export const type = { a: 1, cname: 5, aaaa: 28 } as const;

/** Where the first question's name begins. */
export const firstName = 12;

export function message(...parts: readonly (readonly number[])[]): Uint8Array {
  return Uint8Array.from(parts.flat());
}

/** The first 12 bytes. */
export function header(id: number, flags: number, questions: number, answers: number): number[] {
  return [id, flags, questions, answers, 0, 0].flatMap(two);
}

/** Labels, and the root unless a pointer follows. */
export function labels(...names: readonly string[]): number[] {
  return names.flatMap((name) => [name.length, ...Buffer.from(name, 'latin1')]);
}

export const root: readonly number[] = [0];

/** A name, or its rest, is to be read at another place. */
export function pointer(to: number): number[] {
  return two(0xc000 | to);
}

/** A question of class IN. */
export function question(name: readonly number[], qtype: number): number[] {
  return [...name, ...two(qtype), 0, 1];
}

/** A record of class IN with a life of 300 s. */
export function record(name: readonly number[], rtype: number, data: readonly number[]): number[] {
  return [...name, ...two(rtype), 0, 1, 0, 0, 1, 44, ...two(data.length), ...data];
}

function two(value: number): number[] {
  return [value >> 8, value & 255];
}
