import { ApiError } from '../api-error.ts';
import type { Source } from '../source.ts';
import { currentState, type LossCause } from '../state.ts';

/**
 * Calls back when rows of a source, to which this gadget has subscribed, did not and will not come: `rows` is how many were lost
 * for this cause since the last call, 4294967295 means as many or more. Comes before the next packet of that source, or
 * before `stop`; where between the rows they were lost is not told. What a gadget discards on purpose is not lost.
 *
 * Fails with `not-found` before {@link subscribe} and after {@link unsubscribe}; with `already-exists` the second time. Needs a host
 * with `gadget:api` 1.1.
 *
 * @example
 * onLoss(open, (rows, cause) => log.warn(`${rows} rows are missing: ${cause}`));
 */
export function onLoss(source: Source, callback: (rows: number, cause: LossCause) => void): void {
  const state = currentState('onLoss');
  const { name } = source;
  const number = state.numbers?.get(name);
  if (number === undefined)
    throw new ApiError('not-found', `there is no subscription to ${name}: call subscribe before onLoss`);
  const losses = (state.losses ??= new Map());
  if (losses.has(number)) throw new ApiError('already-exists', `onLoss was called for ${name} before`);
  losses.set(number, callback);
}
