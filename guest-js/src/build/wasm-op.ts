import { leb } from './wasm-section.ts';

/** The type of 32-bit numbers. */
export const i32 = 0x7f;

/** Instructions as the bytes they are, those that the bridges need (WebAssembly 2.0, 5.4). */
export const op = {
  block: [0x02, 0x40] as const,
  loop: [0x03, 0x40] as const,
  if: [0x04, 0x40] as const,
  end: 0x0b,
  branch: (depth: number): number[] => [0x0c, depth],
  branchIf: (depth: number): number[] => [0x0d, depth],
  return: 0x0f,
  call: (index: number): number[] => [0x10, ...leb(index)],
  get: (local: number): number[] => [0x20, local],
  set: (local: number): number[] => [0x21, local],
  tee: (local: number): number[] => [0x22, local],
  getGlobal: (global: number): number[] => [0x23, ...leb(global)],
  setGlobal: (global: number): number[] => [0x24, ...leb(global)],
  load: (offset: number): number[] => [0x28, 2, ...leb(offset)],
  store: (offset: number): number[] => [0x36, 2, ...leb(offset)],
  loadByte: (offset: number): number[] => [0x2d, 0, ...leb(offset)],
  /** From 0 to 63: one byte of signed LEB128. */
  i32: (value: number): number[] => [0x41, value],
  isZero: 0x45,
  equal: 0x46,
  notEqual: 0x47,
  lessUnsigned: 0x49,
  add: 0x6a,
  subtract: 0x6b,
  multiply: 0x6c,
  and: 0x71,
  shiftLeft: 0x74,
  shiftRight: 0x76,
  toI64: 0xad,
  shiftRight64: 0x88,
  toI32: 0xa7,
};
