import type { FieldType } from '@gadget-api/host';
import { parseFieldType } from '../../host/src/data/field-type.ts';

/** A row as case.json has it. */
export type JsonRow = Readonly<Record<string, unknown>>;

/** A row as a host takes and gives it. */
export type HostRow = Record<string, unknown>;

const floats: Readonly<Record<string, number>> = {
  nan: Number.NaN,
  inf: Number.POSITIVE_INFINITY,
  '-inf': Number.NEGATIVE_INFINITY,
  '-0': -0,
};

/**
 * What stands for many rows: `{ "times": 3, "row": { … }, "count": "pid" }` is the row three times, with 0, 1, 2 in the
 * field `pid` if one is to count.
 */
interface Repeated {
  times: number;
  row: JsonRow;
  count?: string;
}

function isRepeated(row: JsonRow): row is JsonRow & Repeated {
  return typeof row['times'] === 'number' && typeof row['row'] === 'object';
}

/** The rows that a list in case.json stands for. */
export function expand(rows: readonly JsonRow[]): JsonRow[] {
  return rows.flatMap((row) => {
    if (!isRepeated(row)) return [row];
    const { times, row: each, count } = row;
    return Array.from({ length: times }, (_, index) =>
      count === undefined ? each : { ...each, [count]: index },
    );
  });
}

/** Values of case.json as the host takes them. Fields that `kinds` does not know are left as they are. */
export function toHost(rows: readonly JsonRow[], kinds: ReadonlyMap<string, FieldType>): HostRow[] {
  return expand(rows).map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, decode(value, kinds.get(name))])),
  );
}

/** Rows that a host gave, in the words of case.json. */
export function toJson(rows: readonly HostRow[], kinds: ReadonlyMap<string, FieldType>): JsonRow[] {
  return rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, encode(value, kinds.get(name))])),
  );
}

/** What is in the lists of a field of lists. */
function elementsOf(kind: FieldType | undefined): FieldType | undefined {
  return kind === undefined ? undefined : parseFieldType(kind)?.elements;
}

function decode(value: unknown, kind: FieldType | undefined): unknown {
  const elements = elementsOf(kind);
  if (elements !== undefined) return (value as unknown[]).map((element) => decode(element, elements));
  switch (kind) {
    case 'int64':
    case 'uint64':
      return BigInt(value as number | string);
    case 'float32':
    case 'float64':
      return typeof value === 'string' ? floats[value] : value;
    case 'bytes':
      return Uint8Array.from(Buffer.from(value as string, 'hex'));
    case 'text':
      return typeof value === 'string'
        ? value
        : decodeText(value as { hex?: string; repeat?: string; times?: number });
    default:
      return value;
  }
}

function decodeText({
  hex,
  repeat = '',
  times = 0,
}: {
  hex?: string;
  repeat?: string;
  times?: number;
}): unknown {
  return hex === undefined ? repeat.repeat(times) : Uint8Array.from(Buffer.from(hex, 'hex'));
}

function encode(value: unknown, kind: FieldType | undefined): unknown {
  const elements = elementsOf(kind);
  if (elements !== undefined) return (value as unknown[]).map((element) => encode(element, elements));
  if (typeof value === 'bigint') {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : String(value);
  }
  if (typeof value === 'number' && (kind === 'float32' || kind === 'float64')) {
    return Object.entries(floats).find(([, special]) => Object.is(special, value))?.[0] ?? value;
  }
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex');
  return value;
}
