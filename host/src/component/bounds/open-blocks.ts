import type { ByteReader } from '../binary.ts';
import { opcodes } from './opcodes.ts';

/** A loop of a function's body. */
export interface Loop {
  /** Blocks around it. */
  depth: number;
  /** Where it ends, if no call returns into it and nothing is caught in it; 0 if one may. */
  quietUntil: number;
}

/** Where control may leave a loop. */
export interface Exit {
  /** Blocks around the outermost one that is left; -1: the function is left. */
  depth: number;
  /** The label, if it leaves by a condition and carries nothing. */
  conditional: number | undefined;
}

interface Block {
  loop: Loop | undefined;
  /** Whether something was called in it, or caught. */
  called: boolean;
  /** Whether branches to it carry nothing, as far as that is seen. */
  isVoid: boolean;
}

const noValues = 0x40;

/**
 * The blocks around an instruction. Bodies were not validated: what closes more blocks than there are, or branches to more, is told
 * something, and refused by the engine.
 */
export class OpenBlocks {
  private readonly blocks: Block[] = [];
  private loops = 0;

  /** An instruction that is neither loop nor exit; `reader` is behind it. */
  see(opcode: number, start: number, reader: ByteReader): void {
    switch (opcode) {
      case opcodes.block:
      case opcodes.if:
        this.open(undefined, false, reader.bytes[start + 1] === noValues);
        return;
      case opcodes.try:
      case opcodes.tryTable:
        this.open(undefined, true, false);
        return;
      case opcodes.end:
      case opcodes.delegate:
        this.close(reader.offset);
        return;
      case opcodes.throw:
      case opcodes.rethrow:
      case opcodes.throwRef:
        this.call();
        return;
      default:
        if (isCall(opcode) && !neverReturns(reader)) this.call();
    }
  }

  /** A loop begins at `start`. */
  loop(start: number, { bytes }: ByteReader): Loop {
    const loop: Loop = { depth: this.blocks.length, quietUntil: 0 };
    // One byte that is no number of a type has no parameters.
    this.open(loop, false, bytes[start + 1]! >= noValues && bytes[start + 1]! < 0x80);
    this.loops++;
    return loop;
  }

  /** What an instruction at `start` leaves; undefined outside of loops, and when it stays where it is. */
  exit(opcode: number, start: number, reader: ByteReader): Exit | undefined {
    if (this.loops === 0) return undefined;
    switch (opcode) {
      case opcodes.br:
      case opcodes.brOnNull:
      case opcodes.brOnNonNull:
        return { depth: this.target(labelAt(reader, start)), conditional: undefined };
      case opcodes.brIf: {
        const label = labelAt(reader, start);
        const depth = this.target(label);
        return { depth, conditional: this.blocks[depth]?.isVoid === true ? label : undefined };
      }
      case opcodes.brTable:
        return { depth: this.target(widestLabel(reader, start)), conditional: undefined };
      case opcodes.return:
        return { depth: -1, conditional: undefined };
      default:
        return isCall(opcode) && neverReturns(reader) ? { depth: -1, conditional: undefined } : undefined;
    }
  }

  private target(label: number): number {
    return Math.max(-1, this.blocks.length - 1 - label);
  }

  private open(loop: Loop | undefined, called: boolean, isVoid: boolean): void {
    this.blocks.push({ loop, called, isVoid });
  }

  private close(at: number): void {
    const block = this.blocks.pop();
    if (block === undefined) return;
    if (block.loop !== undefined) {
      this.loops--;
      if (!block.called) block.loop.quietUntil = at;
    }
    if (block.called) this.call();
  }

  private call(): void {
    const innermost = this.blocks.at(-1);
    if (innermost !== undefined) innermost.called = true;
  }
}

/** Whether {@link OpenBlocks} has to see an instruction; all others are neither blocks nor exits. */
export function isControl(opcode: number): boolean {
  return opcode <= opcodes.tryTable || opcode === opcodes.brOnNull || opcode === opcodes.brOnNonNull;
}

function isCall(opcode: number): boolean {
  return opcode >= opcodes.call && opcode <= opcodes.returnCallRef;
}

/** Compilers write `unreachable` behind a call that never returns, such as a panic. */
function neverReturns(reader: ByteReader): boolean {
  return !reader.done && reader.peek() === opcodes.unreachable;
}

/** Goes over what follows an opcode again. */
function again<T>(reader: ByteReader, start: number, read: () => T): T {
  const { offset } = reader;
  reader.offset = start + 1;
  const found = read();
  reader.offset = offset;
  return found;
}

function labelAt(reader: ByteReader, start: number): number {
  return again(reader, start, () => reader.u32());
}

function widestLabel(reader: ByteReader, start: number): number {
  return again(reader, start, () => {
    let widest = 0;
    for (let n = reader.count('labels') + 1; n > 0; n--) widest = Math.max(widest, reader.u32());
    return widest;
  });
}
