import type { ByteReader } from '../binary.ts';
import { type Exit, isControl, type Loop, OpenBlocks } from './open-blocks.ts';
import { bulkOpcodes, opcodes, skipImmediates } from './opcodes.ts';

/** An instruction that something is put beside, or that changes. */
export type Place = At &
  (
    | { kind: 'grow' }
    /** `number`: of the global. */
    | { kind: 'global'; number: number }
    /** `number`: which bulk instruction it is. */
    | { kind: 'bulk'; number: number }
    | { kind: 'loop'; loop: Loop }
    | { kind: 'exit'; exit: Exit }
  );

/** Where it begins, and where it ends with what follows its opcode. */
interface At {
  start: number;
  end: number;
}

/** Bulk instructions that work on as many bytes or elements as the operand on top of the stack says. */
const sized: ReadonlySet<number> = new Set(Object.values(bulkOpcodes));

/**
 * Goes through the instructions of a function; gives its places in order, those that are about fuel only when it is `counted`. Throws
 * E_CORE_FEATURE for an instruction that is not known.
 */
export function scanBody(reader: ByteReader, counted: boolean): Place[] {
  const places: Place[] = [];
  const blocks = new OpenBlocks();
  while (!reader.done) {
    const start = reader.offset;
    const opcode = reader.u8();
    // It may be written in more bytes than it needs.
    const number = numbered(opcode) ? numberAhead(reader) : 0;
    skipImmediates(reader, opcode, start);
    // Most instructions are none of these; nothing is made for them.
    const end = reader.offset;
    if (opcode === opcodes.globalGet || opcode === opcodes.globalSet)
      places.push({ kind: 'global', number, start, end });
    else if (opcode === opcodes.memoryGrow) places.push({ kind: 'grow', start, end });
    else if (!counted) continue;
    else if (opcode === opcodes.bulk) {
      if (sized.has(number)) places.push({ kind: 'bulk', number, start, end });
    } else if (opcode === opcodes.loop) {
      places.push({ kind: 'loop', loop: blocks.loop(start, reader), start, end });
    } else if (isControl(opcode)) {
      const exit = blocks.exit(opcode, start, reader);
      if (exit !== undefined) places.push({ kind: 'exit', exit, start, end });
      blocks.see(opcode, start, reader);
    }
  }
  return places;
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
