import type { InstanceState } from '../state.ts';
import { enter } from './enter.ts';

/** The interface `ticker` as exported. */
export interface TickerExport {
  onTick(timer: number): void;
}

/** The `ticker` of one instance. A tick of a timer that was cancelled meanwhile does nothing. */
export function tickerOf(state: InstanceState): TickerExport {
  return { onTick: (timer) => enter(state, () => state.timers.get(timer)?.()) };
}
