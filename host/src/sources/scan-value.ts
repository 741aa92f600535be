import type { BytesColumn } from '../data/bytes-column.ts';
import { type Field, hostPlace } from '../data/field.ts';
import { fitsFloat32 } from '../data/fit.ts';
import { integerRange } from '../data/kind.ts';
import type { NumberColumn } from '../data/number-column.ts';
import type { PacketBuilder } from '../data/packet-builder.ts';
import { copyPlainWords, skipPlainWords, viewOf } from '../data/plain-words.ts';
import { defaultLimits } from '../limits.ts';
import { Halves, setLarge64, setSafe64 } from './whole-64.ts';

/**
 * Reads a JSON value that begins at `at` and stores it in the row begun last. Gives the place behind it, or -1 for whatever is
 * not read here: that is for JSON.parse to look at, and for the row to be forgotten. Bytes are UTF-8 and end with a line feed.
 */
export type ScanValue = (bytes: Uint8Array, at: number) => number;

/** What is not read here. */
export const notHere = -1;

const quote = 0x22;
const backslash = 0x5c;
const minus = 0x2d;
const point = 0x2e;
const zero = 0x30;
/** As many digits as a number holds exactly, whatever they are. */
const exactDigits = 15;
const powersOf10 = Float64Array.from({ length: exactDigits + 1 }, (_, power) => 10 ** power);

/** The reader for a field; undefined when there is none for its kind. Each has one of its own, so that V8 sees one type of array in it. */
export function scanValue(builder: PacketBuilder, field: Field): ScanValue | undefined {
  switch (field.kind) {
    case 'boolean':
      return boolean(builder, field);
    case 'text':
      if (field.fixedSize !== undefined) return undefined;
      return field.requestedBehind(hostPlace) ? text(builder, field) : unreadText();
    case 'float32':
    case 'float64':
      return float(builder, field);
    case 'int64':
    case 'uint64':
      return whole64(builder, field);
    case 'bytes':
    case 'other':
      return undefined;
    default:
      return whole(builder, field);
  }
}

function boolean(builder: PacketBuilder, field: Field): ScanValue {
  return (bytes, at) => {
    const first = bytes[at];
    if (first === 0x74 && bytes[at + 1] === 0x72 && bytes[at + 2] === 0x75 && bytes[at + 3] === 0x65) {
      (builder.column(field) as NumberColumn).set(builder.length - 1, 1);
      return at + 4;
    }
    if (first !== 0x66 || bytes[at + 1] !== 0x61 || bytes[at + 2] !== 0x6c) return notHere;
    if (bytes[at + 3] !== 0x73 || bytes[at + 4] !== 0x65) return notHere;
    (builder.column(field) as NumberColumn).set(builder.length - 1, 0);
    return at + 5;
  };
}

/** Up to 15 digits, without a leading zero, which JSON does not have. Not -0, which is stored as 0. */
function whole(builder: PacketBuilder, field: Field): ScanValue {
  const [min, max] = integerRange[field.kind]!;
  return (bytes, at) => {
    const negative = bytes[at] === minus;
    if (negative) at++;
    const first = at;
    let value = 0;
    let digit = bytes[at]! - zero;
    if (digit === 0 && isDigit(bytes[at + 1]!)) return notHere;
    while (digit >= 0 && digit <= 9) {
      value = value * 10 + digit;
      digit = bytes[++at]! - zero;
    }
    if (at === first || at - first > exactDigits) return notHere;
    if (negative) value = value === 0 ? Number.NaN : -value;
    if (!(value >= min && value <= max)) return notHere;
    (builder.column(field) as NumberColumn).set(builder.length - 1, value);
    return at;
  };
}

/** Digits beyond what a number holds are gathered in two halves. */
function whole64(builder: PacketBuilder, field: Field): ScanValue {
  const signed = field.kind === 'int64';
  const view = new Halves();
  return (bytes, at) => {
    const negative = bytes[at] === minus;
    if (negative) at++;
    const first = at;
    let high = 0;
    let low = 0;
    let digit = bytes[at]! - zero;
    if (digit === 0 && isDigit(bytes[at + 1]!)) return notHere;
    while (digit >= 0 && digit <= 9) {
      if (at - first < 10) high = high * 10 + digit;
      else low = low * 10 + digit;
      digit = bytes[++at]! - zero;
    }
    const digits = at - first;
    // 19 digits are below 2^64, but not below 2^63.
    if (digits === 0 || digits > (signed ? 18 : 19)) return notHere;
    if (negative && (!signed || digits > exactDigits || (high === 0 && low === 0))) return notHere;
    const column = builder.column(field) as NumberColumn;
    const scale = digits > 10 ? powersOf10[digits - 10]! : 1;
    const row = builder.length - 1;
    if (digits > exactDigits) setLarge64(view, column, row, high, scale, low);
    else setSafe64(view, column, row, negative ? -(high * scale + low) : high * scale + low);
    return at;
  };
}

/**
 * Up to 15 digits, with or without a point: the whole number and the power of ten are exact then, and so is their quotient
 * once rounded (Clinger, "How to Read Floating Point Numbers Accurately", 1990).
 */
function float(builder: PacketBuilder, field: Field): ScanValue {
  const narrow = field.kind === 'float32';
  return (bytes, at) => {
    const negative = bytes[at] === minus;
    if (negative) at++;
    const first = at;
    let value = 0;
    let behind = 0;
    let digit = bytes[at]! - zero;
    if (digit === 0 && isDigit(bytes[at + 1]!)) return notHere;
    while (digit >= 0 && digit <= 9) {
      value = value * 10 + digit;
      digit = bytes[++at]! - zero;
    }
    let digits = at - first;
    if (digits === 0) return notHere;
    if (bytes[at] === point) {
      digit = bytes[++at]! - zero;
      while (digit >= 0 && digit <= 9) {
        value = value * 10 + digit;
        behind++;
        digit = bytes[++at]! - zero;
      }
      if (behind === 0) return notHere;
      digits += behind;
    }
    if (digits > exactDigits) return notHere;
    if (behind > 0) value /= powersOf10[behind]!;
    if (negative) value = -value;
    if (narrow && !fitsFloat32(value)) return notHere;
    (builder.column(field) as NumberColumn).set(builder.length - 1, value);
    return at;
  };
}

const { maxValueBytes } = defaultLimits;

/** Text of up to so many bytes is copied here while its end is looked for, which beats two calls. */
const shortText = 64;

/** Without escapes. */
function text(builder: PacketBuilder, field: Field): ScanValue {
  let from: Uint8Array | undefined;
  let fromView = viewOf(new Uint8Array(0));
  let to: Uint8Array | undefined;
  let toView = fromView;
  return (bytes, at) => {
    if (bytes[at] !== quote) return notHere;
    const start = at + 1;
    const column = builder.column(field) as BytesColumn;
    column.reserve(shortText);
    const { data, used } = column;
    if (bytes !== from) fromView = viewOf((from = bytes));
    if (data !== to) toView = viewOf((to = data));
    let end = copyPlainWords(fromView, start, Math.min(start + shortText, bytes.length), toView, used);
    const most = start + shortText;
    let byte = bytes[end]!;
    while (byte !== quote) {
      // Line feeds and other control characters are not JSON in a text; escapes are.
      if (byte === backslash || byte < 0x20) return notHere;
      if (end < most) data[used + end - start] = byte;
      byte = bytes[++end]!;
    }
    const length = end - start;
    if (length > shortText) {
      if (length > maxValueBytes) return notHere;
      column.reserve(length);
      column.data.set(bytes.subarray(start, end), column.used);
    }
    column.place(builder.length - 1, length);
    return end + 1;
  };
}

/** A text that nobody reads: what is read here, and what is not, is the same as for {@link text}. */
function unreadText(): ScanValue {
  let from: Uint8Array | undefined;
  let view = viewOf(new Uint8Array(0));
  return (bytes, at) => {
    if (bytes[at] !== quote) return notHere;
    if (bytes !== from) view = viewOf((from = bytes));
    let end = skipPlainWords(view, at + 1, bytes.length);
    let byte = bytes[end]!;
    while (byte !== quote) {
      if (byte === backslash || byte < 0x20) return notHere;
      byte = bytes[++end]!;
    }
    return end - at - 1 > maxValueBytes ? notHere : end + 1;
  };
}

function isDigit(byte: number): boolean {
  return byte >= zero && byte <= 0x39;
}
