import { cut } from '../api/cut.ts';
import { type LogAttribute, maxLogAttributes } from '../api/log-attributes.ts';
import type { Limits } from '../limits.ts';
import { levels } from '../lowering/enums.ts';
import type { LogMessage } from './thread-protocol.ts';

/** Room behind a message for the number of attributes that were left out. Bytes. */
const markBytes = 64;

/** A log line that a gadget's thread has told, or nothing when it is none. */
export function checkedLogMessage(told: unknown, limits: Readonly<Limits>): LogMessage | undefined {
  if (typeof told !== 'object' || told === null) return undefined;
  const { level, message, attributes } = told as Partial<Record<keyof LogMessage, unknown>>;
  const known = levels.find((each) => each === level);
  if (known === undefined || typeof message !== 'string') return undefined;
  const text = cut(message, limits.maxLogBytes + markBytes);
  if (!Array.isArray(attributes)) return { level: known, message: text, attributes: undefined };
  const kept = attributes.slice(0, maxLogAttributes).filter(isAttribute);
  const shown = kept.map(({ key, value }) => ({
    key: cut(key, limits.maxNameBytes),
    value: typeof value === 'string' ? cut(value, limits.maxLogBytes) : value,
  }));
  return { level: known, message: text, attributes: shown };
}

function isAttribute(attribute: unknown): attribute is LogAttribute {
  if (typeof attribute !== 'object' || attribute === null) return false;
  const { key, value } = attribute as Partial<Record<keyof LogAttribute, unknown>>;
  return typeof key === 'string' && ['boolean', 'bigint', 'number', 'string'].includes(typeof value);
}
