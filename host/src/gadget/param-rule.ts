import { formatDuration, parseDuration } from '../duration.ts';

/** What a parameter's value may be. */
export const paramTypes = ['text', 'boolean', 'integer', 'number', 'duration'] as const;

export type ParamType = (typeof paramTypes)[number];

/** One parameter as gadget.yaml declares it. Values are texts in the form that the gadget gets. */
export interface ParamRule {
  type: ParamType;
  description: string;
  /** Without one, the parameter must be given. */
  default?: string;
  /** The only values there are. */
  oneOf?: readonly string[];
  /** Smallest value: of an integer, a number, or a duration. */
  min?: string;
  /** Largest value: of an integer, a number, or a duration. */
  max?: string;
  /** Most characters (code points) of a text. Default {@link defaultMaxLength}. */
  maxLength?: number;
}

/** Most characters of a text parameter that says nothing about it. */
export const defaultMaxLength = 4096;

const integerMin = -(2n ** 63n);
const integerMax = 2n ** 64n - 1n;

/** A value in the form that the gadget gets, or why it does not fit. */
export type Checked = { value: string; problem?: undefined } | { value?: undefined; problem: string };

/**
 * Checks a value against type and rules. What the gadget gets is always written the same way: text as given; `true` or
 * `false`; integers as digits with an optional `-`; numbers as JavaScript writes them; durations as milliseconds with
 * their unit (`5s` becomes `5000ms`).
 */
export function checkValue(rule: ParamRule, given: string): Checked {
  const typed = readAs(rule.type, given);
  if (typed.value === undefined) return typed;
  const { value } = typed;
  if (rule.oneOf !== undefined && !rule.oneOf.includes(value)) {
    return { problem: `must be one of ${rule.oneOf.map((each) => shown(rule.type, each)).join(', ')}` };
  }
  if (rule.type === 'text') {
    const most = rule.maxLength ?? defaultMaxLength;
    const length = [...value].length;
    return length > most ? { problem: `has ${length} characters, max-length is ${most}` } : typed;
  }
  if (rule.min !== undefined && compare(rule.type, value, rule.min) < 0) {
    return { problem: `must be at least ${shown(rule.type, rule.min)} (min)` };
  }
  if (rule.max !== undefined && compare(rule.type, value, rule.max) > 0) {
    return { problem: `must be at most ${shown(rule.type, rule.max)} (max)` };
  }
  return typed;
}

/** Reads a text as a type, without any other rule. */
export function readAs(type: ParamType, text: string): Checked {
  if (type === 'text') {
    return text.includes('\0') ? { problem: 'holds a NUL character' } : { value: text };
  }
  if (type === 'boolean') {
    return text === 'true' || text === 'false'
      ? { value: text }
      : { problem: 'is not true or false (boolean)' };
  }
  if (type === 'integer') return readInteger(text);
  if (type === 'number') {
    const value = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
    return Number.isFinite(value) ? { value: String(value) } : { problem: 'is not a number' };
  }
  const ms = parseDuration(text);
  return ms === undefined
    ? { problem: 'is not a duration such as 500ms, 5s or 1h30m' }
    : { value: `${ms}ms` };
}

/** A value for people: a duration as they would write it, a text that is empty or has spaces in quotes. */
export function shown(type: ParamType, value: string): string {
  if (type === 'duration') return formatDuration(Number.parseInt(value, 10));
  return value === '' || /\s/.test(value) ? JSON.stringify(value) : value;
}

/** Below 0, 0 or above 0, of two values of a type that has an order. */
export function compare(type: ParamType, a: string, b: string): number {
  if (type === 'integer') {
    const [left, right] = [BigInt(a), BigInt(b)];
    return left < right ? -1 : left > right ? 1 : 0;
  }
  return Number.parseFloat(a) - Number.parseFloat(b);
}

function readInteger(text: string): Checked {
  if (!/^[+-]?\d{1,40}$/.test(text)) return { problem: 'is not a whole number (integer)' };
  const value = BigInt(text.replace(/^\+/, ''));
  if (value < integerMin || value > integerMax) {
    return { problem: `is not between ${integerMin} and ${integerMax} (integer)` };
  }
  return { value: value.toString() };
}
