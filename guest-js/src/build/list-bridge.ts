/**
 * Columns of numbers for QuickJS gadgets, without a step for each number.
 *
 * Of the lists that the host answers, componentize-qjs hands `list<u8>` to JavaScript as the memory it came in, and makes an
 * array of all others, number by number. Here lists of other numbers and of booleans are shown to its runtime as the `list<u8>` that
 * they are in memory: JavaScript gets a `Uint8Array`, and `#api/columns` makes of it what it stands for.
 *
 * Types are looked up in the runtime's own table, the `wit_t` of wit-dylib 0.258 (its wit_dylib.h).
 */
import type { CoreModule } from './core-module.ts';
import { i32, op } from './wasm-op.ts';

const exported = { initialize: 'wit_dylib_initialize', pushList: 'wit_dylib_push_list' } as const;

/** Where things are in `wit_t`. */
const wit = { listCount: 84, lists: 88 } as const;
/** Where things are in `wit_list_t`. */
const witList = { type: 8, size: 12 } as const;

/**
 * For each kind of type, as a digit of this number in hexadecimal and from the lowest: two to the power of it are the bytes that a
 * value takes; f for what stays as it was. They are u8, u16, u32, u64, s8, s16, s32, s64, bool, char, f32, f64; others follow.
 */
const sizes = 0xffff_32f0_321f_321fn;
const kinds = 16;
const stays = 15;

/** Changes the runtime module. Throws when it lacks what this needs. */
export function bridgeLists(runtime: CoreModule): void {
  const initialize = runtime.exported(exported.initialize);
  const pushList = runtime.exported(exported.pushList);
  const lists = runtime.addGlobal();
  const byteList = runtime.addGlobal();
  runtime.export(
    exported.initialize,
    runtime.addFunction(initialize.type, findByteList(initialize.index, lists, byteList)),
  );
  runtime.export(
    exported.pushList,
    runtime.addFunction(pushList.type, asBytes(pushList.index, lists, byteList)),
  );
}

/** `(wit: i32) -> ()`: keeps where the types of lists are, and which of them is `list<u8>`, counted from 1; 0 when none is. */
function findByteList(original: number, lists: number, byteList: number): number[] {
  const [table, left] = [0, 1];
  return [
    ...[1, 1, i32],
    ...[...op.get(table), ...op.load(wit.lists), ...op.setGlobal(lists)],
    ...[...op.get(table), ...op.load(wit.listCount), ...op.set(left)],
    ...[...op.block, ...op.loop],
    ...[...op.get(left), op.isZero, ...op.branchIf(1)],
    ...[...kindOf(lists, [...op.get(left), ...op.i32(1), op.subtract]), op.isZero, ...op.branchIf(1)],
    ...[...op.get(left), ...op.i32(1), op.subtract, ...op.set(left)],
    ...[...op.branch(0), op.end, op.end],
    ...[...op.get(left), ...op.setGlobal(byteList)],
    ...[...op.get(table), ...op.call(original), op.end],
  ];
}

/** `(context: i32, type: i32, bytes: i32, length: i32) -> i32`. */
function asBytes(original: number, lists: number, byteList: number): number[] {
  const [context, type, bytes, length, size] = [0, 1, 2, 3, 4];
  const digit = [...op.get(size), op.toI64, 0x42, 2, 0x86, op.shiftRight64, op.toI32];
  return [
    ...[1, 1, i32],
    ...[...kindOf(lists, op.get(type)), ...op.tee(size), ...op.i32(kinds), op.lessUnsigned, ...op.if],
    // size = the digit of that kind
    ...[0x42, ...signedLeb(sizes), ...digit, ...op.i32(stays), op.and, ...op.tee(size)],
    ...[
      ...op.i32(stays),
      op.notEqual,
      ...op.getGlobal(byteList),
      ...op.i32(0),
      op.notEqual,
      op.and,
      ...op.if,
    ],
    ...[...op.get(context), ...op.getGlobal(byteList), ...op.i32(1), op.subtract, ...op.get(bytes)],
    ...[...op.get(length), ...op.get(size), op.shiftLeft, ...op.call(original), op.return],
    ...[op.end, op.end],
    ...[
      ...op.get(context),
      ...op.get(type),
      ...op.get(bytes),
      ...op.get(length),
      ...op.call(original),
      op.end,
    ],
  ];
}

/** The kind of the values of a list type. */
function kindOf(lists: number, type: readonly number[]): number[] {
  const place = [...type, ...op.i32(witList.size), op.multiply];
  return [...op.getGlobal(lists), ...place, op.add, ...op.loadByte(witList.type)];
}

function signedLeb(value: bigint): number[] {
  const out: number[] = [];
  for (let rest = BigInt.asIntN(64, value); ; rest >>= 7n) {
    const low = Number(rest & 0x7fn);
    const next = rest >> 7n;
    if ((next === 0n && low < 0x40) || (next === -1n && low >= 0x40)) return [...out, low];
    out.push(low | 0x80);
  }
}
