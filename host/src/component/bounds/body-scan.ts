import type { ByteReader } from '../binary.ts';
import { bulkOpcodes, opcodes, skipImmediates } from './opcodes.ts';

/** An instruction that something is put beside, or that changes. */
export interface Place {
  kind: 'global' | 'loop' | 'grow' | 'bulk';
  /** Where it begins, and where it ends with what follows its opcode. */
  start: number;
  end: number;
  /** The number of a global, or which bulk instruction it is. */
  number: number;
}

/** Bulk instructions that work on as many bytes or elements as the operand on top of the stack says. */
const sized: ReadonlySet<number> = new Set(Object.values(bulkOpcodes));

/** Goes through the instructions of a function; gives its places in order. Throws E_CORE_FEATURE for one that is not known. */
export function scanBody(reader: ByteReader): Place[] {
  const places: Place[] = [];
  while (!reader.done) {
    const start = reader.offset;
    const opcode = reader.u8();
    // It may be written in more bytes than it needs.
    const number = numbered(opcode) ? numberAhead(reader) : 0;
    skipImmediates(reader, opcode, start);
    const kind = kindOf(opcode, number);
    if (kind !== undefined) places.push({ kind, start, end: reader.offset, number });
  }
  return places;
}

function kindOf(opcode: number, number: number): Place['kind'] | undefined {
  switch (opcode) {
    case opcodes.loop:
      return 'loop';
    case opcodes.globalGet:
    case opcodes.globalSet:
      return 'global';
    case opcodes.memoryGrow:
      return 'grow';
    case opcodes.bulk:
      return sized.has(number) ? 'bulk' : undefined;
    default:
      return undefined;
  }
}

function numbered(opcode: number): boolean {
  return opcode === opcodes.bulk || opcode === opcodes.globalGet || opcode === opcodes.globalSet;
}

/** The next number, which the reader does not go past. */
function numberAhead(reader: ByteReader): number {
  const { offset } = reader;
  const number = reader.u32();
  reader.offset = offset;
  return number;
}
