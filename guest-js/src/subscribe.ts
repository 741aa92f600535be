import { call } from './api-error.ts';
import type { Packet } from './packet.ts';
import type { Source } from './source.ts';
import { currentState, type Verdict } from './state.ts';

/**
 * Calls back with each packet of a source, before any gadget behind this one sees it. In `init`, once for each source.
 *
 * The callback may read, write, append and discard rows; answering `'discard'` drops the whole packet. The packet is over
 * when the callback returns. If it throws, what it did to the packet is undone and the failure policy decides.
 *
 * Fails with `already-exists` the second time; with `not-now` after `init`.
 */
export function subscribe(source: Source, callback: (packet: Packet) => Verdict | void): void {
  const state = currentState('subscribe');
  const number = call(() => source.raw.subscribe());
  state.subscriptions.set(number, callback);
  (state.numbers ??= new Map()).set(source.name, number);
}
