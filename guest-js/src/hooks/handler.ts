import type { RawPacket } from '../api/raw.ts';
import { Packet } from '../packet.ts';
import { type InstanceState, switchState, type Verdict } from '../state.ts';
import { toFailure } from './enter.ts';

/** The interface `handler` as exported. */
export interface HandlerExport {
  onPacket(subscription: number, packet: RawPacket): Verdict;
}

/** The `handler` of one instance. What all events go through, so it is {@link enter} written out, without its closures. */
export function handlerOf(state: InstanceState): HandlerExport {
  return {
    onPacket(subscription, raw) {
      const before = switchState(state);
      const packet = new Packet(raw);
      try {
        try {
          const callback = state.subscriptions.get(subscription);
          if (callback === undefined) throw new Error(`there is no subscription ${subscription}`);
          const answer = callback(packet);
          return answer === undefined ? 'keep' : verdict(answer);
        } finally {
          packet[Symbol.dispose]();
        }
      } catch (error) {
        throw toFailure(error);
      } finally {
        switchState(before);
      }
    },
  };
}

function verdict(answer: unknown): Verdict {
  if (answer === 'keep' || answer === 'discard') return answer;
  if (answer instanceof Promise)
    throw new Error('the callback of subscribe must be synchronous, but it answered a promise');
  throw new Error(`the callback of subscribe answers 'discard', 'keep' or nothing, not ${String(answer)}`);
}
