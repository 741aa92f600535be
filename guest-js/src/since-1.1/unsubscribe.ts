import { unsubscribe as end } from '#api/since-1.1';
import type { Source } from '../source.ts';
import { currentState } from '../state.ts';

/**
 * Ends what {@link subscribe} began: no more packets of this source come, and no more news of lost rows. Its rows pass by; a packet
 * at hand stays as it is. The source can't be subscribed to again. Without a subscription this does nothing. In any hook.
 *
 * Needs a host with `gadget:api` 1.1.
 */
export function unsubscribe(source: Source): void {
  const state = currentState('unsubscribe');
  const number = state.numbers?.get(source.name);
  if (number === undefined) return;
  end(number);
  state.numbers?.delete(source.name);
  state.subscriptions.delete(number);
  state.losses?.delete(number);
}
