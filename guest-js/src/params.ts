import { params as host } from '#api/params';
import { ApiError } from './api-error.ts';
import { parseDuration } from './duration.ts';
import { currentState } from './state.ts';

/** A parameter as the operator gave it, or its default; undefined when there is neither. Available in every hook. */
export function param(name: string): string | undefined {
  currentState('param');
  return host.get(name) ?? undefined;
}

/** Parameters as other types than text. Each fails with `out-of-range` when the text cannot be read as that type. */
export interface Params {
  /** A number, such as `5` or `0.25`. */
  number(name: string): number | undefined;
  number(name: string, fallback: number): number;
  /** `true` or `false`. */
  boolean(name: string): boolean | undefined;
  boolean(name: string, fallback: boolean): boolean;
  /** Milliseconds, from a text such as `500ms`, `5s`, `1h30m` or `0`. */
  duration(name: string): number | undefined;
  duration(name: string, fallback: number): number;
  /** All parameters, by name. */
  all(): Record<string, string>;
}

function read<T>(
  name: string,
  fallback: T | undefined,
  what: string,
  parse: (text: string) => T | undefined,
): T | undefined {
  const text = param(name);
  if (text === undefined) return fallback;
  const value = parse(text);
  if (value === undefined)
    throw new ApiError('out-of-range', `parameter ${name} is ${JSON.stringify(text)}, not ${what}`);
  return value;
}

function parseNumber(text: string): number | undefined {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  return Number.isNaN(value) ? undefined : value;
}

function parseBoolean(text: string): boolean | undefined {
  return text === 'true' ? true : text === 'false' ? false : undefined;
}

/** Typed access to the parameters. */
export const params: Params = {
  number: (name: string, fallback?: number) => read(name, fallback, 'a number', parseNumber) as number,
  boolean: (name: string, fallback?: boolean) =>
    read(name, fallback, 'true or false', parseBoolean) as boolean,
  duration: (name: string, fallback?: number) =>
    read(name, fallback, 'a duration such as 5s', parseDuration) as number,
  all() {
    currentState('params.all');
    return Object.fromEntries(host.all());
  },
};
