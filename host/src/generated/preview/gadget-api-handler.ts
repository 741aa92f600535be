/** Types of the interface gadget:api/handler@2.0.0-preview.1. Made from wit/ by `npm run gen`; edit the WIT instead. */
import type { Error } from './gadget-api-types.ts';
import type { Packet } from './gadget-api-packet.ts';
export type { Error, Packet };

/**
 * Look at a packet, and change it.
 *
 * `subscription-id` is the number that `subscription.id` answers. The gadget owns `packet` during the call and
 * drops it; the packet goes on, changed as it is, wherever the handle was dropped. A handle that is kept answers
 * `expired` afterwards (see `packet`). The packet of `events` has at least one row; that of `snapshots` may have none.
 *
 * Called between `start` and `stop`, and while gadgets before this one are stopping. A host may set a deadline on it.
 * An error or a trap undoes what the call did; see `lifecycle` for what happens next.
 */
export declare function onPacket(subscriptionId: number, packet: Packet): Verdict;
/**
 * What happens to the packet after the call.
 * # Variants
 *
 * ## `"keep"`
 *
 * Its live rows go on to the next gadget.
 * ## `"discard"`
 *
 * It ends here: no later gadget and no output gets it. Packets that were emitted during the call are sent.
 */
export type Verdict = 'keep' | 'discard';
