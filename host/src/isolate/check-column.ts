import type { BytesColumn } from '../data/bytes-column.ts';
import type { Column } from '../data/column.ts';
import type { Field } from '../data/field.ts';
import { isBytesKind } from '../data/kind.ts';
import { elementHead, elementSize } from '../data/list-value.ts';
import type { ByteLimits } from '../data/stored-bytes.ts';

/**
 * Throws RangeError for a column that a gadget's thread can't have made by calls of `gadget:api`: of another kind than its field,
 * with values that overlap, are too long, or are no lists. Text need not be UTF-8: it is made so where it is read.
 */
export function checkColumn(field: Field, column: Column, limits: ByteLimits): void {
  if (column.kind !== field.kind) throw wrong(field, `is ${field.kind}, not ${column.kind}`);
  if ('starts' in column) checkBytes(field, column, limits);
  else if (column.kind === 'boolean') checkBits(field, column.values as Uint8Array);
  if (column.valid !== null) checkBits(field, column.valid);
}

function checkBits(field: Field, bits: Uint8Array): void {
  for (let row = 0; row < bits.length; row++)
    if (bits[row]! > 1) throw wrong(field, 'has a bit that is none');
}

function checkBytes(field: Field, column: BytesColumn, limits: ByteLimits): void {
  const { kind, elements, fixedSize } = field;
  if (kind === 'other' && elements === undefined) throw wrong(field, `is JSON, which no gadget writes`);
  const { starts, ends, data, length, valid } = column;
  let total = 0;
  for (let row = 0; row < length; row++) {
    const size = ends[row]! - starts[row]!;
    // An empty value may lie anywhere.
    if (size < 0 || (size > 0 && ends[row]! > data.length) || size > limits.maxValueBytes) {
      throw wrong(field, `has a value of ${size} bytes in row ${row}`);
    }
    total += size;
    const isSet = valid === null || valid[row] === 1;
    if (isSet && fixedSize !== undefined && size !== fixedSize) throw wrong(field, `has no fixed size`);
    if (elements === undefined || size === 0) continue;
    const value = data.subarray(starts[row], ends[row]);
    const isList = isBytesKind(elements) ? isPacked(value) : size % elementSize(elements) === 0;
    if (!isList) throw wrong(field, `has a list that is none in row ${row}`);
  }
  if (total > limits.maxColumnBytes) throw wrong(field, `has values of ${total} bytes`);
  // Values that share bytes would be more than there are.
  if (total > data.length) throw wrong(field, `has ${data.length} bytes for values of ${total}`);
}

/** Whether these bytes are a list of text or bytes: lengths and values up to the end. */
function isPacked(value: Uint8Array): boolean {
  const view = new DataView(value.buffer, value.byteOffset, value.length);
  let at = 0;
  while (at + elementHead <= value.length) at += elementHead + view.getUint32(at, true);
  return at === value.length;
}

function wrong({ name }: Field, why: string): RangeError {
  return new RangeError(`the column of ${name} ${why}`);
}
