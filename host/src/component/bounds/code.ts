import type { ByteReader } from '../binary.ts';
import { type Place, scanBody } from './body-scan.ts';
import { ByteWriter } from './byte-writer.ts';
import { FuelCode } from './fuel-code.ts';
import { opcodes, skipValueType } from './opcodes.ts';

/** The globals that what is put into code works on, by their numbers. */
export interface Counters {
  /** An i64 that is counted down; what drives it below 0 traps. Undefined: nothing is counted. */
  fuel: number | undefined;
  /** An i32: pages that memories may still grow by. */
  pages: number;
  /** An i32: how often there were too few. */
  refused: number;
  /** Globals from this number on have moved, by so many. */
  movedFrom: number;
  movedBy: number;
}

const i32 = 0x7f;
const i64 = 0x7e;
const emptyBlock = 0x40;
const minusOne = [opcodes.i32Const, 0x7f];

/** A function's body, gone through. */
interface Body {
  reader: ByteReader;
  places: readonly Place[];
  groups: number;
  /** Locals, without parameters. */
  locals: number;
  localsAt: number;
  codeAt: number;
}

/** Goes through all functions of a section of code; see {@link scanBody}. */
export function readCode(section: ByteReader, counted: boolean): Body[] {
  const bodies: Body[] = [];
  for (let n = section.count('functions'); n > 0; n--) {
    const reader = section.range(section.u32());
    const groups = reader.count('locals', 2);
    const localsAt = reader.offset;
    let locals = 0;
    for (let left = groups; left > 0; left--) {
      locals += reader.u32();
      skipValueType(reader);
    }
    const codeAt = reader.offset;
    bodies.push({ reader, groups, locals, localsAt, codeAt, places: scanBody(reader, counted) });
  }
  section.finish('the code of a core module');
  return bodies;
}

/** Writes function bodies anew; everything but what is inserted stays as it was. */
export class CodeWriter {
  private readonly counters: Counters;
  private readonly output: ByteWriter;
  private readonly code = new ByteWriter(4096);
  private readonly body = new ByteWriter(4096);
  /** Number of the first local that the function did not have: the fuel, if there is any, then i32s where they are needed. */
  private firstLocal = 0;
  private i32s = 0;

  /** `size`: of the section as it is, in bytes. */
  constructor(counters: Counters, size: number) {
    this.counters = counters;
    this.output = new ByteWriter(size + (size >> 2));
  }

  get written(): Uint8Array {
    return this.output.written;
  }

  /** `paramsOf`: how many parameters each function has. */
  section(bodies: readonly Body[], paramsOf: (func: number) => number): void {
    this.output.u32(bodies.length);
    for (const [func, body] of bodies.entries()) this.func(body, paramsOf(func));
  }

  private func(scanned: Body, params: number): void {
    const { code, body, output } = this;
    const { reader, groups, localsAt, codeAt } = scanned;
    const counted = this.counters.fuel !== undefined;
    this.firstLocal = params + scanned.locals;
    this.i32s = 0;
    code.clear();
    this.instructions(scanned);
    body.clear();
    body.u32(groups + Number(counted) + Number(this.i32s > 0));
    body.copy(reader.bytes, localsAt, codeAt);
    if (counted) body.append([1, i64]);
    if (this.i32s > 0) body.append([this.i32s, i32]);
    output.u32(body.length + code.length);
    output.append(body.written);
    output.append(code.written);
  }

  /** Copies instructions in runs, up to those that change. */
  private instructions({ reader: { bytes, end }, codeAt, places }: Body): void {
    const { code } = this;
    const { fuel, movedFrom, movedBy } = this.counters;
    const counts = fuel === undefined ? undefined : new FuelCode(code, fuel, this.firstLocal);
    let copied = codeAt;
    const copyTo = (to: number): void => {
      code.copy(bytes, copied, to);
      copied = to;
    };
    const upTo = (to: number): void => {
      if (counts !== undefined && counts.quietUntil <= to) {
        copyTo(counts.quietUntil);
        counts.endLoop();
      }
      copyTo(to);
    };
    counts?.step();
    for (const place of places) {
      if (place.kind === 'global') {
        if (place.number < movedFrom) continue;
        upTo(place.start + 1);
        code.u32(place.number + movedBy);
        copied = place.end;
        continue;
      }
      upTo(place.start);
      if (place.kind === 'grow') {
        this.grow(bytes.subarray(place.start, place.end));
        copied = place.end;
      } else if (place.kind === 'bulk') {
        const [operand] = this.i32Locals(1) as [number];
        counts?.bulkSteps(place.number, operand);
      } else if (place.kind === 'loop') {
        counts?.beginLoop(place.loop);
        copyTo(place.end);
        counts?.turn();
      } else if (counts?.exit(place.exit) === true) {
        copied = place.end;
      }
    }
    upTo(end);
  }

  /** Answers -1 if there are fewer pages than the operand says; else grows, and takes off what it grew by. */
  private grow(memoryGrow: Uint8Array): void {
    const { code } = this;
    const { pages, refused } = this.counters;
    const [asked, answer] = this.i32Locals(2) as [number, number];
    code.u8(opcodes.localTee);
    code.u32(asked);
    code.u8(opcodes.globalGet);
    code.u32(pages);
    code.append([opcodes.i32GtU, opcodes.if, i32]);
    this.update(refused, () => code.append([opcodes.i32Const, 1, opcodes.i32Add]));
    code.append([...minusOne, opcodes.else, opcodes.localGet]);
    code.u32(asked);
    code.append(memoryGrow);
    code.u8(opcodes.localTee);
    code.u32(answer);
    code.append([...minusOne, opcodes.i32Ne, opcodes.if, emptyBlock]);
    this.update(pages, () => {
      code.u8(opcodes.localGet);
      code.u32(asked);
      code.u8(opcodes.i32Sub);
    });
    code.append([opcodes.end, opcodes.localGet]);
    code.u32(answer);
    code.u8(opcodes.end);
  }

  /** A global becomes what `work` makes of it. */
  private update(global: number, work: () => void): void {
    this.code.u8(opcodes.globalGet);
    this.code.u32(global);
    work();
    this.code.u8(opcodes.globalSet);
    this.code.u32(global);
  }

  /** Numbers of locals, the same ones wherever they are needed. */
  private i32Locals(count: number): number[] {
    this.i32s = Math.max(this.i32s, count);
    const first = this.firstLocal + Number(this.counters.fuel !== undefined);
    return Array.from({ length: count }, (_, at) => first + at);
  }
}
