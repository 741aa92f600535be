import type { BytesColumn } from '../data/bytes-column.ts';
import { type Field, hostPlace } from '../data/field.ts';
import { fitsFloat32 } from '../data/fit.ts';
import { integerRange, type Kind } from '../data/kind.ts';
import type { NumberColumn } from '../data/number-column.ts';
import type { PacketBuilder } from '../data/packet-builder.ts';
import { defaultLimits } from '../limits.ts';
import type { WriteValue } from './key-tree.ts';
import { listWriter } from './list-writers.ts';
import { bytesOf, wholeOf } from './json-scalar.ts';
import { Halves, setSafe64 } from './whole-64.ts';

const maxValueBytes = defaultLimits.maxValueBytes;

/**
 * Makes the function that stores a parsed JSON value in a field of the row begun last, and says whether it fitted. Each
 * kind has one of its own, so that V8 sees one type of array in it. `source` gives the value's JSON text.
 */
export function valueWriter(builder: PacketBuilder, field: Field, source: () => string): WriteValue {
  switch (field.kind) {
    case 'boolean':
      return (value) => typeof value === 'boolean' && setNumber(builder, field, value ? 1 : 0);
    case 'float64':
      return (value) => Number.isFinite(value) && setNumber(builder, field, value as number);
    case 'float32':
      return (value) =>
        Number.isFinite(value) && fitsFloat32(value as number) && setNumber(builder, field, value as number);
    case 'uint64':
    case 'int64':
      return wholeWriter64(builder, field, source);
    case 'text':
      return textWriter(builder, field);
    case 'bytes':
      return (value) => {
        const bytes = bytesOf(value);
        return bytes !== undefined && builder.set(field, bytes);
      };
    case 'other':
      return field.elements === undefined
        ? () => builder.set(field, source())
        : listWriter(builder, field, field.elements, source);
    default:
      return wholeWriter(builder, field, field.kind);
  }
}

function setNumber(builder: PacketBuilder, field: Field, value: number): true {
  (builder.column(field) as NumberColumn).set(builder.length - 1, value);
  return true;
}

function wholeWriter(builder: PacketBuilder, field: Field, kind: Kind): WriteValue {
  const [min, max] = integerRange[kind]!;
  return (value) =>
    typeof value === 'number' &&
    value >= min &&
    value <= max &&
    Number.isInteger(value) &&
    setNumber(builder, field, value);
}

/** Writes numbers that are exact as two halves, which saves a bigint each; others are read from their text. */
function wholeWriter64(builder: PacketBuilder, field: Field, source: () => string): WriteValue {
  const min = field.kind === 'uint64' ? 0 : Number.MIN_SAFE_INTEGER;
  const halves = new Halves();
  return (value) => {
    if (typeof value !== 'number') return false;
    if (!Number.isSafeInteger(value)) return setLarge(builder, field, source());
    if (value < min) return false;
    setSafe64(halves, builder.column(field) as NumberColumn, builder.length - 1, value);
    return true;
  };
}

function setLarge(builder: PacketBuilder, field: Field, text: string): boolean {
  const value = wholeOf(text);
  return value !== undefined && builder.set(field, value);
}

function textWriter(builder: PacketBuilder, field: Field): WriteValue {
  if (field.fixedSize !== undefined) return (value) => typeof value === 'string' && builder.set(field, value);
  if (!field.requestedBehind(hostPlace)) return isText;
  return (value) => {
    if (!isText(value)) return false;
    (builder.column(field) as BytesColumn).setText(builder.length - 1, value);
    return true;
  };
}

function isText(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  return value.length * 3 <= maxValueBytes || Buffer.byteLength(value) <= maxValueBytes;
}
