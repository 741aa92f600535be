import { isUtf8 } from 'node:buffer';
import type { BytesColumn } from '../data/bytes-column.ts';
import type { Column } from '../data/column.ts';
import type { Field } from '../data/field.ts';
import { isBytesKind, type ElementKind, type NumberKind } from '../data/kind.ts';
import { numbersIn, packedIn } from '../data/list-value.ts';
import { is64, type NumberColumn, type NumberValues } from '../data/number-column.ts';
import { safeJson } from '../outputs/json-text.ts';

/*
 * Values as JSON, exactly. Whole numbers of 64 bits are texts of digits; what JSON has no numbers for are the texts NaN, Infinity,
 * -Infinity and -0, and a NaN with other bits is NaN: and these in hexadecimal. Text is text where its bytes are UTF-8; bytes, and text
 * that is not, are `{"base64": "…"}`. Lists are arrays.
 */

/** The bits of the NaN that JavaScript makes. */
const plainNan: Readonly<Record<number, string>> = { 4: '7fc00000', 8: '7ff8000000000000' };

/** A value that is set. */
export function valueText(field: Field, column: Column, row: number): string {
  if (!isBytesKind(field.kind)) return numberText(field.kind, (column as NumberColumn).values, row);
  const bytes = (column as BytesColumn).bytes(row);
  return field.elements === undefined ? bytesText(field.kind, bytes) : listText(field.elements, bytes);
}

function listText(elements: ElementKind, bytes: Uint8Array): string {
  const parts: string[] = [];
  if (isBytesKind(elements)) {
    const { ends, data } = packedIn(bytes);
    let start = 0;
    for (const end of ends) {
      parts.push(bytesText(elements, data.subarray(start, end)));
      start = end;
    }
  } else {
    const values = numbersIn(elements, bytes);
    for (let at = 0; at < values.length; at++) parts.push(numberText(elements, values, at));
  }
  return `[${parts.join(',')}]`;
}

function bytesText(kind: 'text' | 'bytes' | 'other', bytes: Uint8Array): string {
  if (kind === 'bytes' || !isUtf8(bytes)) return `{"base64":"${Buffer.from(bytes).toString('base64')}"}`;
  return safeJson(Buffer.from(bytes).toString('utf8'));
}

function numberText(kind: NumberKind, values: NumberValues, at: number): string {
  const value = values[at]!;
  if (kind === 'boolean') return value === 1 ? 'true' : 'false';
  if (is64(kind)) return `"${value}"`;
  if (Number.isNaN(value)) return `"${nanText(values, at)}"`;
  return Number.isFinite(value) && !Object.is(value, -0) ? String(value) : `"${signed(value as number)}"`;
}

function signed(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

function nanText(values: NumberValues, at: number): string {
  const size = values.BYTES_PER_ELEMENT;
  const view = new DataView(values.buffer, values.byteOffset + at * size, size);
  const bits = size === 4 ? view.getUint32(0, true) : view.getBigUint64(0, true);
  const text = bits.toString(16).padStart(size * 2, '0');
  return text === plainNan[size] ? 'NaN' : `NaN:${text}`;
}
