import { joinPath } from '../data/field-path.ts';
import { type FieldType, isFieldType } from '../data/field-type.ts';
import type { Limits } from '../limits.ts';
import { isBlank, parseLine } from './json-line.ts';
import type { FieldSpec } from './source.ts';

/** Objects nested deeper than this are passed on as they came. */
const maxDepth = 16;

const maxUint64 = 2n ** 64n - 1n;
const maxInt64 = 2n ** 63n - 1n;
const minInt64 = -(2n ** 63n);

/** A number as it was written: 1.0 and 1 are different here. */
class NumberText {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** What has been seen under one key. */
class Seen {
  boolean = false;
  text = false;
  /** A whole number within 64 bits; smallest and largest are kept. */
  whole = false;
  min = 0n;
  max = 0n;
  fraction = false;
  array = false;
  /** What was in arrays; null, objects and arrays are `raw` there. */
  elements: Seen | undefined;
  object = false;
  /** Something that no list can hold, or that is too deep. */
  raw = false;
  readonly keys: Map<string, Seen> = new Map();

  type(): FieldType | 'object' {
    const number = this.whole || this.fraction;
    const types = [this.boolean, this.text, number, this.array, this.object].filter(Boolean).length;
    if (types !== 1 || this.raw) return 'other';
    if (this.array) return this.listType();
    if (this.boolean) return 'boolean';
    if (this.text) return 'text';
    if (number) return this.numberKind();
    return this.keys.size === 0 ? 'other' : 'object';
  }

  /** Empty arrays alone do not say of what. */
  private listType(): FieldType {
    const type = `${this.elements?.type() ?? 'other'}[]`;
    return isFieldType(type) ? type : 'other';
  }

  private numberKind(): 'uint64' | 'int64' | 'float64' {
    if (this.fraction) return 'float64';
    if (this.min >= 0n) return this.max <= maxUint64 ? 'uint64' : 'float64';
    return this.min >= minInt64 && this.max <= maxInt64 ? 'int64' : 'float64';
  }
}

/**
 * Learns a schema from rows of JSON. Whole numbers become uint64, int64 when one is negative; numbers with a fraction or
 * exponent, or beyond 64 bits, float64. Objects become paths. Arrays become lists when all that is in them is of one scalar
 * type: numbers by the same rule, over all arrays of the key. Other arrays, keys that only ever held empty ones, keys with
 * values of several types and keys that were only ever null become `other`, which holds the JSON text. Null says nothing.
 */
export class SchemaInference {
  private readonly root = new Seen();

  /** Learns from a line; false when it holds no row. */
  add(line: string): boolean {
    if (isBlank(line)) return false;
    const { object } = parseLine(line, (_key, value, context) =>
      typeof value === 'number' && context.source !== undefined ? new NumberText(context.source) : value,
    );
    if (object === undefined) return false;
    learnObject(this.root, object, 1);
    return true;
  }

  /** The fields, in the order in which their keys first came. Keys that break a cap have none. */
  fields(limits: Pick<Limits, 'maxFields' | 'maxNameBytes'>): FieldSpec[] {
    const specs: FieldSpec[] = [];
    collect(this.root, '', specs, limits);
    return specs;
  }
}

function learnObject(seen: Seen, object: object, depth: number): void {
  for (const [key, value] of Object.entries(object)) {
    let child = seen.keys.get(key);
    if (child === undefined) {
      child = new Seen();
      seen.keys.set(key, child);
    }
    learn(child, value, depth);
  }
}

function learn(seen: Seen, value: unknown, depth: number): void {
  if (value === null) return;
  if (typeof value === 'boolean') seen.boolean = true;
  else if (typeof value === 'string') seen.text = true;
  else if (value instanceof NumberText) learnNumber(seen, value.text);
  else if (Array.isArray(value)) learnArray(seen, value);
  else if (depth >= maxDepth) seen.raw = true;
  else {
    seen.object = true;
    learnObject(seen, value as object, depth + 1);
  }
}

function learnArray(seen: Seen, array: readonly unknown[]): void {
  seen.array = true;
  if (array.length === 0) return;
  seen.elements ??= new Seen();
  for (const element of array) {
    if (typeof element === 'object' && !(element instanceof NumberText)) seen.elements.raw = true;
    else learn(seen.elements, element, maxDepth);
  }
}

function learnNumber(seen: Seen, text: string): void {
  // 20 digits hold every 64-bit number; BigInt of a million digits would take long.
  if (text.length > 20 || !/^-?\d+$/.test(text)) {
    seen.fraction = true;
    return;
  }
  const value = BigInt(text);
  seen.min = seen.whole && seen.min < value ? seen.min : value;
  seen.max = seen.whole && seen.max > value ? seen.max : value;
  seen.whole = true;
}

function collect(
  seen: Seen,
  parent: string,
  specs: FieldSpec[],
  limits: Pick<Limits, 'maxFields' | 'maxNameBytes'>,
): void {
  for (const [key, child] of seen.keys) {
    if (specs.length >= limits.maxFields) return;
    const name = joinPath(parent, key);
    if (key === '' || Buffer.byteLength(name) > limits.maxNameBytes) continue;
    const type = child.type();
    if (type === 'object') collect(child, name, specs, limits);
    else specs.push({ name, kind: type });
  }
}
