import { type BytesColumn, copyBytes } from '../data/bytes-column.ts';
import type { Field } from '../data/field.ts';
import { fitsFloat32 } from '../data/fit.ts';
import { type ElementKind, integerRange, type NumberKind } from '../data/kind.ts';
import { elementHead, elementSize, valueOfNumbers } from '../data/list-value.ts';
import { lowHalf } from '../data/low-half.ts';
import { allocate, is64, type NumberValues } from '../data/number-column.ts';
import type { PacketBuilder } from '../data/packet-builder.ts';
import { copyPlainWords, viewOf } from '../data/plain-words.ts';
import { notHere, type ScanValue } from './scan-value.ts';

/** Lists that take more bytes when stored are not read here: where they are gathered has this size. */
const longest = 16 * 1024;

const space = 0x20;
const quote = 0x22;
const comma = 0x2c;
const minus = 0x2d;
const point = 0x2e;
const zero = 0x30;
const openBracket = 0x5b;
const backslash = 0x5c;
const closeBracket = 0x5d;

// Of its own, as in `scan-value.ts`: V8 does not know of an exported constant that it is one, and a row of numbers took nearly twice
// the time when these were shared.

/** As many digits as a number holds exactly, whatever they are. */
const exactDigits = 15;
const powersOf10 = Float64Array.from({ length: exactDigits + 1 }, (_, power) => 10 ** power);

/** The reader for a field of lists; undefined when there is none for what is in them. */
export function scanList(builder: PacketBuilder, field: Field, elements: ElementKind): ScanValue | undefined {
  if (elements === 'bytes') return undefined;
  const list =
    elements === 'text'
      ? new TextList()
      : elements === 'boolean'
        ? new BooleanList()
        : new NumberList(elements);
  return (bytes, at) => {
    if (bytes[at] !== openBracket) return notHere;
    const end = list.scan(bytes, at + 1);
    if (end === notHere) return notHere;
    const { stored, size } = list;
    const column = builder.column(field) as BytesColumn;
    column.reserve(size);
    copyBytes(stored, 0, size, column.data, column.used);
    column.place(builder.length - 1, size);
    return end;
  };
}

/** Gathers one list after the other in the same memory. */
abstract class ScannedList {
  /** The list as it is stored: the first {@link size} bytes. */
  abstract readonly stored: Uint8Array;
  size = 0;

  /** Gathers the list whose first element is at `at`; gives the place behind its bracket, or -1. */
  scan(bytes: Uint8Array, at: number): number {
    this.size = 0;
    if (bytes[at] === space) at++;
    if (bytes[at] === closeBracket) return at + 1;
    for (;;) {
      at = this.scanElement(bytes, at);
      if (at === notHere) return notHere;
      const next = bytes[at++];
      if (next === closeBracket) return at;
      if (next !== comma) return notHere;
      if (bytes[at] === space) at++;
    }
  }

  /** Adds the element at `at`; gives the place behind it, or -1. */
  protected abstract scanElement(bytes: Uint8Array, at: number): number;
}

/** Without escapes. */
class TextList extends ScannedList {
  override readonly stored: Uint8Array = new Uint8Array(longest);
  private readonly view: DataView = viewOf(this.stored);
  private from: Uint8Array | undefined;
  private fromView: DataView = this.view;

  protected override scanElement(bytes: Uint8Array, at: number): number {
    if (bytes[at] !== quote) return notHere;
    if (bytes !== this.from) this.fromView = viewOf((this.from = bytes));
    const { stored, view, size } = this;
    const start = at + 1;
    const to = size + elementHead;
    if (to > longest) return notHere;
    const most = start + longest - to;
    let end = copyPlainWords(this.fromView, start, Math.min(most, bytes.length), view, to);
    let byte = bytes[end]!;
    while (byte !== quote) {
      // Line feeds and other control characters are not JSON in a text; escapes are.
      if (byte === backslash || byte < 0x20 || end === most) return notHere;
      stored[to + end - start] = byte;
      byte = bytes[++end]!;
    }
    view.setUint32(size, end - start, true);
    this.size = to + end - start;
    return end + 1;
  }
}

class BooleanList extends ScannedList {
  override readonly stored: Uint8Array = new Uint8Array(longest);

  protected override scanElement(bytes: Uint8Array, at: number): number {
    const isTrue = bytes[at] === 0x74;
    const word = isTrue ? trueWord : falseWord;
    for (let i = 0; i < word.length; i++) if (bytes[at + i] !== word[i]) return notHere;
    if (this.size === longest) return notHere;
    this.stored[this.size++] = isTrue ? 1 : 0;
    return at + word.length;
  }
}

const trueWord = Buffer.from('true');
const falseWord = Buffer.from('false');

/** Numbers of up to 15 digits, with a point for floats alone; what is exact, and why, is said where single values are read. */
class NumberList extends ScannedList {
  override readonly stored: Uint8Array;
  private readonly values: NumberValues;
  /** For numbers of 64 bits. */
  private readonly halves: Uint32Array | undefined;
  private readonly width: number;
  private readonly isFloat: boolean;
  private readonly isNarrow: boolean;
  private readonly min: number;
  private readonly max: number;

  constructor(kind: NumberKind) {
    super();
    this.width = elementSize(kind);
    this.values = allocate(kind, longest / this.width);
    this.stored = valueOfNumbers(this.values);
    this.halves = is64(kind) ? new Uint32Array(this.values.buffer) : undefined;
    this.isFloat = kind === 'float32' || kind === 'float64';
    this.isNarrow = kind === 'float32';
    const least = kind === 'uint64' ? 0 : -Infinity;
    [this.min, this.max] = integerRange[kind] ?? [least, Infinity];
  }

  protected override scanElement(bytes: Uint8Array, at: number): number {
    const negative = bytes[at] === minus;
    if (negative) at++;
    const first = at;
    let value = 0;
    let digits = 0;
    let digit = bytes[at]! - zero;
    if (digit === 0 && isDigit(bytes[at + 1]!)) return notHere;
    while (digit >= 0 && digit <= 9) {
      value = value * 10 + digit;
      digit = bytes[++at]! - zero;
    }
    digits = at - first;
    if (digits === 0) return notHere;
    if (this.isFloat && bytes[at] === point) {
      const behind = at + 1;
      digit = bytes[++at]! - zero;
      while (digit >= 0 && digit <= 9) {
        value = value * 10 + digit;
        digit = bytes[++at]! - zero;
      }
      if (at === behind) return notHere;
      digits += at - behind;
      if (digits > exactDigits) return notHere;
      value /= powersOf10[at - behind]!;
    }
    if (digits > exactDigits) return notHere;
    if (negative) value = -value;
    return this.add(value) ? at : notHere;
  }

  private add(value: number): boolean {
    const { size, halves } = this;
    if (!(value >= this.min && value <= this.max) || size === longest) return false;
    if (this.isNarrow && !fitsFloat32(value)) return false;
    const place = size / this.width;
    if (halves === undefined) (this.values as Float64Array)[place] = value;
    else {
      halves[place * 2 + lowHalf] = value;
      halves[place * 2 + 1 - lowHalf] = Math.floor(value / 0x1_0000_0000);
    }
    this.size = size + this.width;
    return true;
  }
}

function isDigit(byte: number): boolean {
  return byte >= zero && byte <= 0x39;
}
