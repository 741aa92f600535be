import { isUtf8 } from 'node:buffer';
import { decodeUtf8 } from '../data/bytes-column.ts';
import type { Context } from './context.ts';

const encoder = new TextEncoder();

/** A string that the guest passes; traps when it is not UTF-8. */
export function liftString(cx: Context, pointer: number, length: number): string {
  const bytes = liftBytes(cx, pointer, length);
  if (!isUtf8(bytes)) throw cx.state.trap('a string of the guest is not UTF-8');
  return decodeUtf8(bytes, 0, bytes.length);
}

/**
 * The beginning of a string that the guest passes, for what is cut anyway: more than `most` bytes where there are more, and
 * then some. A gadget's memory can hold longer strings than there are in JavaScript. Traps when any of it is not UTF-8.
 */
export function liftHead(cx: Context, pointer: number, length: number, most: number): string {
  const bytes = liftBytes(cx, pointer, length);
  if (!isUtf8(bytes)) throw cx.state.trap('a string of the guest is not UTF-8');
  let end = Math.min(bytes.length, most + 4);
  // Not in the middle of a character, of which there are at most three bytes more.
  while (end < bytes.length && (bytes[end]! & 0xc0) === 0x80) end--;
  return decodeUtf8(bytes, 0, end);
}

/** A list of bytes that the guest passes, without a copy: valid until the guest runs again. */
export function liftBytes(cx: Context, pointer: number, length: number): Uint8Array {
  const size = length >>> 0;
  const at = cx.memory.range(pointer, size, 1);
  return cx.memory.u8.subarray(at, at + size);
}

/** Copies a string into the guest; its pointer and length go to `at`. */
export function storeString(cx: Context, text: string, at: number): void {
  const { memory } = cx;
  const size = Buffer.byteLength(text);
  const pointer = memory.allocate(size, 1);
  encoder.encodeInto(text, memory.u8.subarray(pointer, pointer + size));
  storePair(cx, pointer, size, at);
}

/** Copies bytes into the guest; their pointer and length go to `at`. */
export function storeBytes(cx: Context, bytes: Uint8Array, at: number): void {
  const { memory } = cx;
  const pointer = memory.allocate(bytes.length, 1);
  memory.u8.set(bytes, pointer);
  storePair(cx, pointer, bytes.length, at);
}

/** A pointer and a length, as strings and lists are stored. */
export function storePair(cx: Context, pointer: number, length: number, at: number): void {
  const { u32 } = cx.memory;
  u32[at >>> 2] = pointer;
  u32[(at >>> 2) + 1] = length;
}
