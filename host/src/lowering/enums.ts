/** The cases of enums and variants in the order of the WIT: their numbers in memory. */
import type { StopReason } from '../api/stop-reason.ts';
import type { AttributeValue, Level } from '../generated/gadget-api-logging.ts';
import type { LossCause } from '../generated/gadget-api-losses.ts';
import type { Delivery } from '../generated/gadget-api-datasource.ts';
import type { ApiError } from '../generated/gadget-api-types.ts';
import type { InstanceState } from './instance-state.ts';

export { kinds } from '../data/kind.ts';

export const apiErrorTags: readonly ApiError['tag'][] = [
  'not-found',
  'already-exists',
  'wrong-kind',
  'wrong-source',
  'out-of-range',
  'expired',
  'not-now',
  'limit-exceeded',
  'denied',
  'busy',
  'other',
];

export const levels: readonly Level[] = ['error', 'warn', 'info', 'debug', 'trace'];

export const attributeTags: readonly AttributeValue['tag'][] = [
  'boolean',
  'signed',
  'unsigned',
  'float',
  'text',
];

export const lossCauses: readonly LossCause[] = ['overflow', 'unreadable', 'failed', 'other'];

export const deliveries: readonly Delivery[] = ['events', 'snapshots', 'other'];

export const purposes: readonly ('inspect' | 'run')[] = ['inspect', 'run'];

export const stopReasons: readonly StopReason[] = ['finished', 'interrupted', 'failed', 'other'];

export const verdicts: readonly ('keep' | 'discard')[] = ['keep', 'discard'];

/** The case with this number; traps when there is none. */
export function liftEnum<T>(state: InstanceState, cases: readonly T[], index: number): T {
  const found = cases[index >>> 0];
  if (found === undefined) throw state.trap(`an enum has no case ${index >>> 0}`);
  return found;
}
