import type { ByteReader } from '../binary.ts';
import { coreFeature } from './core-feature.ts';

/** Opcodes that are treated in a way of their own. */
export const opcodes = {
  unreachable: 0x00,
  block: 0x02,
  loop: 0x03,
  if: 0x04,
  else: 0x05,
  try: 0x06,
  throw: 0x08,
  rethrow: 0x09,
  throwRef: 0x0a,
  end: 0x0b,
  br: 0x0c,
  brIf: 0x0d,
  brTable: 0x0e,
  return: 0x0f,
  call: 0x10,
  returnCallRef: 0x15,
  delegate: 0x18,
  tryTable: 0x1f,
  localGet: 0x20,
  localSet: 0x21,
  localTee: 0x22,
  globalGet: 0x23,
  globalSet: 0x24,
  memoryGrow: 0x40,
  i32Const: 0x41,
  i64Const: 0x42,
  i32Ne: 0x47,
  i32GtU: 0x4b,
  i64LtS: 0x53,
  i32Add: 0x6a,
  i32Sub: 0x6b,
  i32ShrU: 0x76,
  i64Sub: 0x7d,
  i64ExtendI32U: 0xad,
  brOnNull: 0xd5,
  brOnNonNull: 0xd6,
  /** What follows is a number that says which. */
  bulk: 0xfc,
  simd: 0xfd,
  atomic: 0xfe,
} as const;

/** Behind {@link opcodes.bulk}: what works on so many bytes or elements as its last operand says. */
export const bulkOpcodes = {
  memoryInit: 8,
  memoryCopy: 10,
  memoryFill: 11,
  tableInit: 12,
  tableCopy: 14,
  tableGrow: 15,
  tableFill: 17,
} as const;

/** What follows an opcode. */
const none = 1;
/** One number, whatever its width and sign. */
const number = 2;
const twoNumbers = 3;
const blockType = 4;
const memoryArgument = 5;
const fourBytes = 6;
const eightBytes = 7;
const labels = 8;
const valueTypes = 9;
const catches = 10;
const bulk = 11;
const simd = 12;
const atomic = 13;

/** By opcode; 0 is one that is not known. */
const immediates = new Uint8Array(256);
for (const [from, to, kind] of [
  [0x00, 0x01, none], // unreachable, nop
  [0x02, 0x04, blockType], // block, loop, if
  [0x05, 0x05, none], // else
  [0x06, 0x06, blockType], // try
  [0x07, 0x09, number], // catch, throw, rethrow
  [0x0a, 0x0b, none], // throw_ref, end
  [0x0c, 0x0d, number], // br, br_if
  [0x0e, 0x0e, labels], // br_table
  [0x0f, 0x0f, none], // return
  [0x10, 0x10, number], // call
  [0x11, 0x11, twoNumbers], // call_indirect
  [0x12, 0x12, number], // return_call
  [0x13, 0x13, twoNumbers], // return_call_indirect
  [0x14, 0x15, number], // call_ref, return_call_ref
  [0x18, 0x18, number], // delegate
  [0x19, 0x19, none], // catch_all
  [0x1a, 0x1b, none], // drop, select
  [0x1c, 0x1c, valueTypes], // select with types
  [0x1f, 0x1f, catches], // try_table
  [0x20, 0x26, number], // locals, globals, table.get, table.set
  [0x28, 0x3e, memoryArgument], // loads and stores
  [0x3f, 0x42, number], // memory.size, memory.grow, i32.const, i64.const
  [0x43, 0x43, fourBytes], // f32.const
  [0x44, 0x44, eightBytes], // f64.const
  [0x45, 0xc4, none], // comparisons, arithmetic, conversions, sign extension
  [0xd0, 0xd0, number], // ref.null
  [0xd1, 0xd1, none], // ref.is_null
  [0xd2, 0xd2, number], // ref.func
  [0xd3, 0xd4, none], // ref.eq, ref.as_non_null
  [0xd5, 0xd6, number], // br_on_null, br_on_non_null
  [0xfc, 0xfc, bulk],
  [0xfd, 0xfd, simd],
  [0xfe, 0xfe, atomic],
] as const) {
  immediates.fill(kind, from, to + 1);
}

/** Numbers that follow each opcode behind {@link opcodes.bulk}. */
const bulkNumbers: readonly number[] = [0, 0, 0, 0, 0, 0, 0, 0, 2, 1, 2, 1, 2, 1, 2, 1, 1, 1];

/** Behind them, without numbers: 128-bit arithmetic. */
const wideArithmetic: readonly number[] = [19, 20, 21, 22];

/** The last one of relaxed SIMD, which begins at 256. */
const lastSimd = 0x113;

/** Opcodes of 128-bit SIMD that nobody has given a meaning. */
const unusedSimd: ReadonlySet<number> = new Set([
  0x9a, 0xa2, 0xa5, 0xa6, 0xaf, 0xb0, 0xb2, 0xb3, 0xb4, 0xbb, 0xc2, 0xc5, 0xc6, 0xcf, 0xd0, 0xd2, 0xd3, 0xd4,
  0xe2, 0xee,
]);

/** Goes past what follows an opcode; `start` is where the opcode is. Throws E_CORE_FEATURE for one that is not known. */
export function skipImmediates(reader: ByteReader, opcode: number, start: number): void {
  switch (immediates[opcode]) {
    case none:
      return;
    case number:
      return skipNumber(reader);
    case twoNumbers:
      skipNumber(reader);
      return skipNumber(reader);
    case blockType:
      return skipBlockType(reader);
    case memoryArgument:
      return skipMemoryArgument(reader);
    case fourBytes:
      return reader.skip(4);
    case eightBytes:
      return reader.skip(8);
    case labels:
      for (let n = reader.count('labels') + 1; n > 0; n--) skipNumber(reader);
      return;
    case valueTypes:
      for (let n = reader.count('types'); n > 0; n--) skipValueType(reader);
      return;
    case catches:
      return skipCatches(reader);
    case bulk:
      return skipBulk(reader, start);
    case simd:
      return skipSimd(reader, start);
    case atomic:
      return skipAtomic(reader, start);
    default:
      throw unknown(`0x${opcode.toString(16).padStart(2, '0')}`, start);
  }
}

/** Goes past a number of any width: LEB128 of at most 10 bytes. */
export function skipNumber(reader: ByteReader): void {
  for (let n = 0; n < 10; n++) if (reader.u8() < 0x80) return;
  throw reader.fail('a number of more than 64 bits');
}

/** Goes past an expression of constants, with its end. */
export function skipConstant(reader: ByteReader): void {
  for (;;) {
    const start = reader.offset;
    const opcode = reader.u8();
    if (opcode === opcodes.end) return;
    skipImmediates(reader, opcode, start);
  }
}

/** Goes past a value type: a byte, or the code of a reference with its heap type. */
export function skipValueType(reader: ByteReader): void {
  const code = reader.u8();
  if (code === 0x63 || code === 0x64) skipNumber(reader);
}

function skipBlockType(reader: ByteReader): void {
  const code = reader.peek();
  if (code === 0x63 || code === 0x64) skipValueType(reader);
  else skipNumber(reader);
}

/** Alignment, with bit 6 the number of a memory, and an offset. */
function skipMemoryArgument(reader: ByteReader): void {
  if (reader.u32() & 0x40) skipNumber(reader);
  skipNumber(reader);
}

function skipCatches(reader: ByteReader): void {
  skipBlockType(reader);
  for (let n = reader.count('catches', 2); n > 0; n--) {
    const kind = reader.u8();
    if (kind > 3) throw reader.fail(`an unknown catch ${kind}`);
    if (kind < 2) skipNumber(reader);
    skipNumber(reader);
  }
}

function skipBulk(reader: ByteReader, start: number): void {
  const opcode = reader.u32();
  const numbers = wideArithmetic.includes(opcode) ? 0 : bulkNumbers[opcode];
  if (numbers === undefined) throw unknown(`0xfc ${opcode}`, start);
  for (let n = numbers; n > 0; n--) skipNumber(reader);
}

function skipSimd(reader: ByteReader, start: number): void {
  const opcode = reader.u32();
  if (opcode > lastSimd || unusedSimd.has(opcode)) throw unknown(`0xfd ${opcode}`, start);
  if (opcode <= 11 || opcode === 92 || opcode === 93) skipMemoryArgument(reader);
  else if (opcode <= 13) reader.skip(16);
  else if (opcode >= 21 && opcode <= 34) reader.skip(1);
  else if (opcode >= 84 && opcode <= 91) {
    skipMemoryArgument(reader);
    reader.skip(1);
  }
}

function skipAtomic(reader: ByteReader, start: number): void {
  const opcode = reader.u32();
  if (opcode === 3) reader.skip(1);
  else if (opcode < 3 || (opcode >= 0x10 && opcode <= 0x4e)) skipMemoryArgument(reader);
  else throw unknown(`0xfe ${opcode}`, start);
}

function unknown(opcode: string, start: number): Error {
  return coreFeature(
    `an instruction that this host does not know (${opcode})`,
    start,
    'Build the gadget without features of WebAssembly that are this new.',
  );
}
