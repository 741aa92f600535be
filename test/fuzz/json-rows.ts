import { type FieldType, parseFieldType } from '../../host/src/data/field-type.ts';
import { splitPath } from '../../host/src/data/field-path.ts';
import { integerRange, type Kind } from '../../host/src/data/kind.ts';
import type { Value } from '../../host/src/data/packet.ts';

/** What should come of lines of JSON. */
export interface ExpectedRows {
  /** Of kind `other` is the JSON without white space. */
  rows: Record<string, Value>[];
  /** Lines without a row. */
  malformed: number;
  /** Values that do not fit, and lines that are not UTF-8. */
  misfits: number;
}

/** A number with the text that it was written as. */
class Written {
  readonly number: number;
  readonly text: string;

  constructor(number: number, text: string) {
    this.number = number;
    this.text = text;
  }
}

const bits64: Partial<Record<Kind, readonly [bigint, bigint]>> = {
  uint64: [0n, 2n ** 64n - 1n],
  int64: [-(2n ** 63n), 2n ** 63n - 1n],
};
const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

type Reviver = (key: string, value: unknown, context: { source?: string }) => unknown;
const parseJson = JSON.parse as (text: string, reviver?: Reviver) => unknown;

/** Reads lines as JSON.parse does, one by one, without any of what makes the host's reader quick. */
export function expectedRows(
  bytes: Uint8Array,
  schema: readonly { name: string; kind: FieldType }[],
): ExpectedRows {
  const expected: ExpectedRows = { rows: [], malformed: 0, misfits: 0 };
  const skipped = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  for (const line of linesOf(bytes.subarray(skipped))) {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(line);
    if (!isUtf8(line)) expected.misfits++;
    if (text.trim() === '') continue;
    const object = objectOf(text);
    if (object === undefined) expected.malformed++;
    else expected.rows.push(rowOf(object, schema, expected));
  }
  return expected;
}

function linesOf(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let start = 0; start < bytes.length;) {
    const feed = bytes.indexOf(10, start);
    const end = feed < 0 ? bytes.length : feed;
    lines.push(bytes.subarray(start, end));
    start = end + 1;
  }
  return lines;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function objectOf(text: string): object | undefined {
  try {
    const value = parseJson(text, (_, value, { source }) =>
      typeof value === 'number' ? new Written(value, source ?? '') : value,
    );
    // A number that stands alone has become an object.
    return text.trimStart().startsWith('{') && !Array.isArray(value) ? (value as object) : undefined;
  } catch {
    return undefined;
  }
}

function rowOf(
  object: object,
  schema: readonly { name: string; kind: FieldType }[],
  expected: ExpectedRows,
): Record<string, Value> {
  const row: Record<string, Value> = {};
  const blocked = new Set<string>();
  for (const { name, kind: type } of schema) {
    const path = splitPath(name);
    const found = find(object, path);
    if ('blockedBy' in found) blocked.add(found.blockedBy);
    else if (found.value !== null && found.value !== undefined) {
      const { kind, elements } = parseFieldType(type)!;
      const value = elements === undefined ? valueOf(kind, found.value) : listOf(elements, found.value);
      if (value === undefined) expected.misfits++;
      else row[name] = value;
    }
  }
  expected.misfits += blocked.size;
  return row;
}

/** What lies at a path, or the part of the path that is something else than an object. */
function find(object: object, path: readonly string[]): { value: unknown } | { blockedBy: string } {
  let value: unknown = object;
  for (const [depth, key] of path.entries()) {
    if (value === null || value === undefined) return { value: undefined };
    if (typeof value !== 'object' || Array.isArray(value) || isWritten(value))
      return { blockedBy: path.slice(0, depth).join('.') };
    value = Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
  }
  return { value };
}

function listOf(kind: Kind, value: unknown): Value | undefined {
  if (!Array.isArray(value)) return undefined;
  const elements = value.map((each) => valueOf(kind, each));
  return elements.includes(undefined) ? undefined : (elements as Value);
}

function valueOf(kind: Kind, value: unknown): Value | undefined {
  switch (kind) {
    case 'boolean':
      return typeof value === 'boolean' ? value : undefined;
    case 'text':
      return typeof value === 'string' ? value.toWellFormed() : undefined;
    case 'bytes':
      return typeof value === 'string' && base64.test(value)
        ? new Uint8Array(Buffer.from(value, 'base64'))
        : undefined;
    case 'other':
      return JSON.stringify(plain(value));
    default:
      return isWritten(value) ? numberOf(kind, value) : undefined;
  }
}

function numberOf(kind: Kind, { number, text }: Written): Value | undefined {
  const range = bits64[kind];
  if (range !== undefined) {
    const whole = /^-?\d+$/.test(text)
      ? BigInt(text)
      : Number.isSafeInteger(number)
        ? BigInt(number)
        : undefined;
    return whole !== undefined && whole >= range[0] && whole <= range[1] ? whole : undefined;
  }
  const [min, max] = integerRange[kind] ?? [-Number.MAX_VALUE, Number.MAX_VALUE];
  if (!Number.isFinite(number) || number < min || number > max) return undefined;
  if (kind === 'float64') return number;
  if (kind === 'float32') return Number.isFinite(Math.fround(number)) ? Math.fround(number) : undefined;
  return Number.isInteger(number) ? number + 0 : undefined;
}

/** Without the texts of numbers. */
function plain(value: unknown): unknown {
  if (isWritten(value)) return value.number;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plain(each)]));
}

function isWritten(value: unknown): value is Written {
  return value instanceof Written;
}
