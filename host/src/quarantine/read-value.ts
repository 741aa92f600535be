import type { Field } from '../data/field.ts';
import { type ElementKind, isBytesKind, type Kind, type NumberKind } from '../data/kind.ts';
import type { ListElement } from '../data/list-array.ts';
import { allocate, is64, type NumberColumn, type NumberValues } from '../data/number-column.ts';
import type { PacketBuilder } from '../data/packet-builder.ts';

const specialFloats: Readonly<Record<string, number>> = {
  NaN: Number.NaN,
  Infinity: Number.POSITIVE_INFINITY,
  '-Infinity': Number.NEGATIVE_INFINITY,
  '-0': -0,
};

/** Sets a value of the row begun last from what `valueText` has written; false when it is none, or does not fit the field. */
export function setValue(builder: PacketBuilder, field: Field, value: unknown): boolean {
  const { kind, elements } = field;
  if (elements !== undefined) return setList(builder, field, elements, value);
  if (kind === 'float32' || kind === 'float64') return setFloat(builder, field, kind, value);
  if (kind === 'other') return isJson(value) && builder.set(field, value);
  if (!isBytesKind(kind)) {
    const whole = wholeOf(kind, value);
    return whole !== undefined && builder.set(field, whole);
  }
  const bytes = bytesOf(kind, value);
  // What is shorter than its field's fixed size would be filled up, to more than the text has.
  const isWhole = field.fixedSize === undefined || bytes?.length === field.fixedSize;
  return bytes !== undefined && isWhole && builder.set(field, bytes);
}

function setFloat(
  builder: PacketBuilder,
  field: Field,
  kind: 'float32' | 'float64',
  value: unknown,
): boolean {
  const one = allocate(kind, 1);
  if (!putFloat(one, 0, value)) return false;
  const row = builder.length - 1;
  const column = builder.column(field) as NumberColumn;
  column.set(row, one[0]!);
  // Other bits of a NaN would not outlive being a number in between.
  if (Number.isNaN(one[0])) (column.values as Float64Array).set(one as Float64Array, row);
  return true;
}

function setList(builder: PacketBuilder, field: Field, elements: ElementKind, value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  if (elements === 'float32' || elements === 'float64') {
    const floats = allocate(elements, value.length);
    return value.every((each, at) => putFloat(floats, at, each)) && builder.set(field, floats);
  }
  const read = (each: unknown): ListElement | undefined =>
    isBytesKind(elements) ? bytesOf(elements, each) : wholeOf(elements, each);
  const list = value.map(read);
  return !list.includes(undefined) && builder.set(field, list as ListElement[]);
}

/** Booleans and whole numbers; whether they fit their kind is for the builder to say. */
function wholeOf(kind: Exclude<NumberKind, 'float32' | 'float64'>, value: unknown): ListElement | undefined {
  if (kind === 'boolean') return typeof value === 'boolean' ? value : undefined;
  if (is64(kind)) {
    return typeof value === 'string' && /^-?\d{1,20}$/.test(value) ? BigInt(value) : undefined;
  }
  return typeof value === 'number' ? value : undefined;
}

function putFloat(values: NumberValues, at: number, value: unknown): boolean {
  const floats = values as Float64Array;
  if (typeof value === 'number') {
    floats[at] = value;
    // As float32 it may have become an infinity.
    return Number.isFinite(floats[at]);
  }
  if (typeof value !== 'string') return false;
  if (Object.hasOwn(specialFloats, value)) {
    floats[at] = specialFloats[value]!;
    return true;
  }
  const size = values.BYTES_PER_ELEMENT;
  const bits = /^NaN:([0-9a-f]+)$/.exec(value)?.[1];
  if (bits?.length !== size * 2) return false;
  const view = new DataView(values.buffer, values.byteOffset + at * size, size);
  if (size === 4) view.setUint32(0, Number.parseInt(bits, 16), true);
  else view.setBigUint64(0, BigInt(`0x${bits}`), true);
  return Number.isNaN(floats[at]);
}

/** Bytes of a value of text or bytes. */
function bytesOf(kind: Kind, value: unknown): Uint8Array | undefined {
  if (typeof value === 'string') return kind === 'text' ? Buffer.from(value) : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  const { base64 } = value as { base64?: unknown };
  if (typeof base64 !== 'string') return undefined;
  const bytes = Buffer.from(base64, 'base64');
  return bytes.toString('base64') === base64 ? bytes : undefined;
}

function isJson(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  try {
    JSON.parse(value);
    return true;
  } catch {
    return false;
  }
}
