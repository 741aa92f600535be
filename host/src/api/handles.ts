import type { HandleUsage } from '../generated/gadget-api-handles.ts';
import type { Guest } from './guest.ts';

/** `handles.usage` */
export function usage(guest: Guest): HandleUsage {
  const { open, peak, limit } = guest.ledger;
  return { open, peak, limit };
}
