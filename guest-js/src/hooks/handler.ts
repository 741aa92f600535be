import type { RawPacket } from '../api/raw.ts';
import { Packet } from '../packet.ts';
import type { InstanceState, Verdict } from '../state.ts';
import { enter } from './enter.ts';

/** The interface `handler` as exported. */
export interface HandlerExport {
  onPacket(subscription: number, packet: RawPacket): Verdict;
}

/** The `handler` of one instance. */
export function handlerOf(state: InstanceState): HandlerExport {
  return {
    onPacket: (subscription, raw) =>
      enter(state, () => {
        const packet = new Packet(raw);
        try {
          const callback = state.subscriptions.get(subscription);
          if (callback === undefined) throw new Error(`there is no subscription ${subscription}`);
          return verdict(callback(packet));
        } finally {
          packet[Symbol.dispose]();
        }
      }),
  };
}

function verdict(answer: unknown): Verdict {
  if (answer === undefined) return 'keep';
  if (answer === 'keep' || answer === 'discard') return answer;
  if (answer instanceof Promise)
    throw new Error('the callback of subscribe must be synchronous, but it answered a promise');
  throw new Error(`the callback of subscribe answers 'discard', 'keep' or nothing, not ${String(answer)}`);
}
