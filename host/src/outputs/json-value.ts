import type { Column } from '../data/column.ts';
import type { Field } from '../data/field.ts';
import { lowHalf } from '../data/low-half.ts';
import type { NumberColumn } from '../data/number-column.ts';
import type { ByteBuffer } from './byte-buffer.ts';
import { BlockWriter, type ValueWriter } from './json-block.ts';
import { putBoolean, putFloat, putInt, putInt64, putUint64 } from './json-number.ts';
import { listWriter } from './json-list.ts';
import { putBase64, putJson, putText } from './json-text.ts';

export function valueWriter(field: Field): ValueWriter {
  switch (field.kind) {
    case 'boolean':
      return new BooleanWriter();
    case 'text':
      return field.fixedSize === undefined ? new TextWriter() : new FixedTextWriter();
    case 'bytes':
      return new BytesWriter();
    case 'other':
      return field.elements === undefined ? new OtherWriter() : listWriter(field.elements);
    case 'uint64':
    case 'int64':
      return new Int64Writer(field.kind === 'int64');
    case 'float32':
    case 'float64':
      return new FloatWriter();
    default:
      return new IntWriter();
  }
}

abstract class NumberWriter implements ValueWriter {
  protected values: ArrayLike<number> = [];

  bind(column: Column): void {
    this.values = (column as NumberColumn).values as Float64Array;
  }

  abstract put(out: ByteBuffer, row: number): void;
}

class IntWriter extends NumberWriter {
  override put(out: ByteBuffer, row: number): void {
    putInt(out, this.values[row]!);
  }
}

class FloatWriter extends NumberWriter {
  override put(out: ByteBuffer, row: number): void {
    putFloat(out, this.values[row]!);
  }
}

class BooleanWriter extends NumberWriter {
  override put(out: ByteBuffer, row: number): void {
    putBoolean(out, this.values[row]!);
  }
}

/** Reads 64-bit numbers as two halves: a bigint for each would cost an allocation. */
class Int64Writer implements ValueWriter {
  private halves = new Uint32Array(0);
  private readonly signed: boolean;

  constructor(signed: boolean) {
    this.signed = signed;
  }

  bind(column: Column): void {
    const { buffer, byteOffset, length } = (column as NumberColumn).values;
    this.halves = new Uint32Array(buffer as ArrayBuffer, byteOffset, length * 2);
  }

  put(out: ByteBuffer, row: number): void {
    const low = this.halves[row * 2 + lowHalf]!;
    const high = this.halves[row * 2 + 1 - lowHalf]!;
    if (this.signed) putInt64(out, high, low);
    else putUint64(out, high, low);
  }
}

class TextWriter extends BlockWriter {
  override put(out: ByteBuffer, row: number): void {
    putText(out, this.data, this.view, this.starts[row]!, this.ends[row]!);
  }
}

/** Text in a C array ends at its first NUL. */
class FixedTextWriter extends BlockWriter {
  override put(out: ByteBuffer, row: number): void {
    const start = this.starts[row]!;
    const limit = this.ends[row]!;
    let end = start;
    while (end < limit && this.data[end] !== 0) end++;
    putText(out, this.data, this.view, start, end);
  }
}

class BytesWriter extends BlockWriter {
  override put(out: ByteBuffer, row: number): void {
    putBase64(out, this.data, this.starts[row]!, this.ends[row]!);
  }
}

const nothing = Buffer.from('null');

class OtherWriter extends BlockWriter {
  override put(out: ByteBuffer, row: number): void {
    const start = this.starts[row]!;
    const end = this.ends[row]!;
    if (start === end) out.put(nothing);
    else putJson(out, this.data, start, end);
  }
}
