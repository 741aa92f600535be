import { logging } from '#api/logging';
import { logWith as write } from '#api/since-1.1';
import { toWide } from '#api/wide';
import type { LogLevel } from '../api/raw.ts';
import { format } from '../format.ts';
import { text } from '../range.ts';
import { currentState } from '../state.ts';
import type { RawAttribute } from './raw.ts';

/** What an attribute says. Whole numbers beyond 2^53 are bigints. */
export type AttributeValue = boolean | number | bigint | string;

/** Details of a line of the log, by what they are about; undefined is left out. */
export type Attributes = Readonly<Record<string, AttributeValue | undefined>>;

/**
 * Logs one line with details for machines, which a host keeps apart from the message where its log can, and shows behind it where not.
 * Nothing is put together for a level that nobody sees.
 *
 * The message is cut after 8192 bytes, a key after 256, a text after 8192; of the attributes the first 64 count, and one with an
 * empty key is left out. Needs a host with `gadget:api` 1.1.
 *
 * @example
 * logWith('info', 'file was opened', { pid: 42, path: '/etc/passwd' });
 */
export function logWith(level: LogLevel, message: string, attributes: Attributes): void {
  currentState('logWith');
  if (!logging.enabled(level)) return;
  const given = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [{ key: text(key), value: variant(value) }],
  );
  write(level, text(format([message])), given);
}

function variant(value: AttributeValue): RawAttribute['value'] {
  if (typeof value === 'boolean') return { tag: 'boolean', val: value };
  if (typeof value === 'number') return { tag: 'float', val: value };
  if (typeof value === 'bigint' && BigInt.asUintN(64, value) === value)
    return { tag: 'unsigned', val: toWide(value) };
  if (typeof value === 'bigint' && BigInt.asIntN(64, value) === value)
    return { tag: 'signed', val: toWide(value) };
  return { tag: 'text', val: text(typeof value === 'bigint' ? String(value) : format([value])) };
}
