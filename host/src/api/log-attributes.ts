import type { Attribute, AttributeValue } from '../generated/gadget-api-logging.ts';
import type { Limits } from '../limits.ts';
import { cut } from './cut.ts';

/** A detail of a log line; whole numbers are bigints. */
export interface LogAttribute {
  readonly key: string;
  readonly value: boolean | bigint | number | string;
}

/** Attributes of one line that are looked at. Behind these nobody reads, and each costs. */
export const maxLogAttributes = 64;

/** The attributes that count, keys and texts cut, and how many do not. */
export function shownAttributes(
  attributes: ArrayLike<Attribute>,
  limits: Readonly<Limits>,
): { shown: LogAttribute[]; leftOut: number } {
  const shown: LogAttribute[] = [];
  const count = Math.min(attributes.length, maxLogAttributes);
  for (let i = 0; i < count; i++) {
    const { key, value } = attributes[i]!;
    if (key === '') continue;
    shown.push({ key: cut(key, limits.maxNameBytes), value: valueOf(value, limits.maxLogBytes) });
  }
  return { shown, leftOut: attributes.length - shown.length };
}

/** What native gadgets pass is not checked by anybody before: what is not of its type is shown as a text. */
function valueOf({ tag, val }: AttributeValue, maxBytes: number): LogAttribute['value'] {
  if (tag === 'boolean' && typeof val === 'boolean') return val;
  if (tag === 'signed' && typeof val === 'bigint') return BigInt.asIntN(64, val);
  if (tag === 'unsigned' && typeof val === 'bigint') return BigInt.asUintN(64, val);
  if (tag === 'float' && typeof val === 'number') return val;
  return cut(String(val), maxBytes);
}
