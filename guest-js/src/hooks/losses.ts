import { fromU32 } from '#api/wide';
import type { InstanceState, LossCause } from '../state.ts';
import { enter } from './enter.ts';

/** The interface `losses` as exported. */
export interface LossesExport {
  onLoss(subscription: number, rows: number, cause: LossCause): void;
}

/** The `losses` of one instance. News of a subscription that nobody asked about does nothing. */
export function lossesOf(state: InstanceState): LossesExport {
  return {
    onLoss: (subscription, rows, cause) =>
      enter(state, () => state.losses?.get(subscription)?.(fromU32(rows), cause)),
  };
}
