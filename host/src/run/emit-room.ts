import { fail } from '../api/failure.ts';
import type { ApiFailure } from '../api/failure.ts';
import type { Limits } from '../limits.ts';

/** How many packets may still be emitted depends on what waits, and on what caused the call. */
export interface EmitRoom {
  /** Packets waiting to enter the chain, before this call. */
  queued: number;
  /** How many packets caused one another before this call. */
  depth: number;
}

/** Why a call that has emitted so many packets can't emit another; undefined when it can. */
export function emitRefusal(
  { queued, depth }: EmitRoom,
  emitted: number,
  { maxQueuedPackets, maxEmitDepth }: Readonly<Pick<Limits, 'maxQueuedPackets' | 'maxEmitDepth'>>,
): ApiFailure | undefined {
  if (queued + emitted >= maxQueuedPackets) {
    return fail(
      'busy',
      `${maxQueuedPackets} emitted packets (maxQueuedPackets) wait until this call is over`,
    );
  }
  if (depth >= maxEmitDepth) {
    return fail(
      'limit-exceeded',
      `${maxEmitDepth} packets caused one another (maxEmitDepth): do gadgets feed each other?`,
    );
  }
  return undefined;
}
