import type { ElementKind } from '../data/kind.ts';
import { elementHead, elementSize } from '../data/list-value.ts';
import { lowHalf } from '../data/low-half.ts';
import type { ByteBuffer } from './byte-buffer.ts';
import { BlockWriter, type ValueWriter } from './json-block.ts';
import { putBoolean, putFloat, putInt, putInt64, putUint64 } from './json-number.ts';
import { putBase64, putText } from './json-text.ts';

const comma = 0x2c;
const openBracket = 0x5b;
const closeBracket = 0x5d;
/** Numbers lie in lists as this machine has them in memory. */
const littleEndian = lowHalf === 0;

/** Writes lists as JSON arrays, what is in them as in a field of single values of that kind. */
export function listWriter(elements: ElementKind): ValueWriter {
  return elements === 'text' || elements === 'bytes'
    ? new BlockListWriter(elements === 'text')
    : new NumberListWriter(elementSize(elements), putNumber[elements]);
}

/** Appends the number at a place. */
type PutNumber = (out: ByteBuffer, view: DataView, at: number) => void;

const putNumber: Readonly<Record<Exclude<ElementKind, 'text' | 'bytes'>, PutNumber>> = {
  boolean: (out, view, at) => putBoolean(out, view.getUint8(at)),
  int8: (out, view, at) => putInt(out, view.getInt8(at)),
  int16: (out, view, at) => putInt(out, view.getInt16(at, littleEndian)),
  int32: (out, view, at) => putInt(out, view.getInt32(at, littleEndian)),
  uint8: (out, view, at) => putInt(out, view.getUint8(at)),
  uint16: (out, view, at) => putInt(out, view.getUint16(at, littleEndian)),
  uint32: (out, view, at) => putInt(out, view.getUint32(at, littleEndian)),
  int64: (out, view, at) => putInt64(out, half(view, at, 1 - lowHalf), half(view, at, lowHalf)),
  uint64: (out, view, at) => putUint64(out, half(view, at, 1 - lowHalf), half(view, at, lowHalf)),
  float32: (out, view, at) => putFloat(out, view.getFloat32(at, littleEndian)),
  float64: (out, view, at) => putFloat(out, view.getFloat64(at, littleEndian)),
};

function half(view: DataView, at: number, which: number): number {
  return view.getUint32(at + which * 4, littleEndian);
}

class NumberListWriter extends BlockWriter {
  private readonly size: number;
  private readonly putNumber: PutNumber;

  constructor(size: number, putNumber: PutNumber) {
    super();
    this.size = size;
    this.putNumber = putNumber;
  }

  override put(out: ByteBuffer, row: number): void {
    const { view, size } = this;
    const start = this.starts[row]!;
    const end = this.ends[row]!;
    out.putByte(openBracket);
    for (let at = start; at < end; at += size) {
      if (at > start) out.putByte(comma);
      this.putNumber(out, view, at);
    }
    out.putByte(closeBracket);
  }
}

class BlockListWriter extends BlockWriter {
  private readonly isText: boolean;

  constructor(isText: boolean) {
    super();
    this.isText = isText;
  }

  override put(out: ByteBuffer, row: number): void {
    const { data, view, isText } = this;
    const start = this.starts[row]!;
    const end = this.ends[row]!;
    out.putByte(openBracket);
    for (let at = start; at < end;) {
      if (at > start) out.putByte(comma);
      const from = at + elementHead;
      at = from + view.getUint32(at, true);
      if (isText) putText(out, data, view, from, at);
      else putBase64(out, data, from, at);
    }
    out.putByte(closeBracket);
  }
}
