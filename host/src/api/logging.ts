import type { Attribute, Level } from '../generated/gadget-api-logging.ts';
import type { Guest } from './guest.ts';
import { cut } from './cut.ts';
import { shownAttributes } from './log-attributes.ts';

/** `logging.log`: one line; what is over the cap is cut and marked. Never fails. */
export function log(guest: Guest, level: Level, message: string): void {
  if (!guest.services.enabled(level)) return;
  guest.services.log(level, cut(message, guest.limits.maxLogBytes));
}

/** `logging.log-with`: as {@link log}, with details. How many of them were left out is told behind the message. */
export function logWith(guest: Guest, level: Level, message: string, attributes: ArrayLike<Attribute>): void {
  if (!guest.services.enabled(level)) return;
  const { shown, leftOut } = shownAttributes(attributes, guest.limits);
  const text = cut(message, guest.limits.maxLogBytes);
  guest.services.log(level, leftOut === 0 ? text : `${text}${leftOutMark(leftOut)}`, shown);
}

function leftOutMark(count: number): string {
  return ` … [${count} ${count === 1 ? 'attribute' : 'attributes'} left out]`;
}

/** `logging.enabled` */
export function enabled(guest: Guest, level: Level): boolean {
  return guest.services.enabled(level);
}
