import type { ByteWriter } from './byte-writer.ts';
import type { Exit, Loop } from './open-blocks.ts';
import { bulkOpcodes, opcodes } from './opcodes.ts';

/** So many bytes, as a power of 2, that a bulk instruction works on cost one step more; so does one element of a table. */
const bulkShift = 6;
const emptyBlock = 0x40;

/**
 * What counts down the fuel in a function, as instructions. The fuel is in a global that all modules share. In a quiet loop, into which no call
 * returns, nobody else looks at it: there it is in a local, and stored where the loop is left, before a call that does not return, too.
 */
export class FuelCode {
  private readonly code: ByteWriter;
  private readonly global: number;
  private readonly local: number;
  /** The outermost quiet loop around. */
  private quiet: Loop | undefined;

  /** `global`, `local`: their numbers; both are i64s. */
  constructor(code: ByteWriter, global: number, local: number) {
    this.code = code;
    this.global = global;
    this.local = local;
  }

  /** Where the quiet loop ends: {@link endLoop} comes there. Infinity outside of one. */
  get quietUntil(): number {
    return this.quiet?.quietUntil ?? Infinity;
  }

  /** Before a loop; then comes `loop` itself, and {@link turn}. */
  beginLoop(loop: Loop): void {
    if (this.quiet !== undefined || loop.quietUntil === 0) return;
    this.quiet = loop;
    this.globalGet();
    this.withLocal(opcodes.localSet);
  }

  turn(): void {
    if (this.quiet === undefined) return this.step();
    this.withLocal(opcodes.localGet);
    this.code.append([opcodes.i64Const, 1, opcodes.i64Sub]);
    this.withLocal(opcodes.localSet);
    this.check(true);
  }

  /** Before an instruction that may leave loops; or in its place, and then true. */
  exit({ depth, conditional }: Exit): boolean {
    if (this.quiet === undefined || depth >= this.quiet.depth) return false;
    if (conditional === undefined) {
      this.store();
      return false;
    }
    // Most turns stay, and store nothing.
    this.code.append([opcodes.if, emptyBlock]);
    this.store();
    this.code.u8(opcodes.br);
    this.code.u32(conditional + 1);
    this.code.u8(opcodes.end);
    return true;
  }

  /** Behind the end of the quiet loop. */
  endLoop(): void {
    this.quiet = undefined;
    this.store();
  }

  /** Takes one off. */
  step(): void {
    this.globalGet();
    this.code.append([opcodes.i64Const, 1, opcodes.i64Sub]);
    this.withLocal(opcodes.localTee);
    this.globalSet();
    this.check(false);
  }

  /** Takes off what the operand on top, which stays there, costs. `operand`: an i32 local for it. */
  bulkSteps(opcode: number, operand: number): void {
    const { code } = this;
    code.u8(opcodes.localTee);
    code.u32(operand);
    if (this.quiet === undefined) this.globalGet();
    else this.withLocal(opcodes.localGet);
    code.u8(opcodes.localGet);
    code.u32(operand);
    if (opcode < bulkOpcodes.tableInit) code.append([opcodes.i32Const, bulkShift, opcodes.i32ShrU]);
    code.append([opcodes.i64ExtendI32U, opcodes.i64Sub]);
    this.withLocal(opcodes.localTee);
    this.globalSet();
    this.check(false);
  }

  /** Traps when the local is below 0; with `stores` the global is, too, then. */
  private check(stores: boolean): void {
    this.withLocal(opcodes.localGet);
    this.code.append([opcodes.i64Const, 0, opcodes.i64LtS, opcodes.if, emptyBlock]);
    if (stores) this.store();
    this.code.append([opcodes.unreachable, opcodes.end]);
  }

  private store(): void {
    this.withLocal(opcodes.localGet);
    this.globalSet();
  }

  private globalGet(): void {
    this.code.u8(opcodes.globalGet);
    this.code.u32(this.global);
  }

  private globalSet(): void {
    this.code.u8(opcodes.globalSet);
    this.code.u32(this.global);
  }

  private withLocal(opcode: number): void {
    this.code.u8(opcode);
    this.code.u32(this.local);
  }
}
