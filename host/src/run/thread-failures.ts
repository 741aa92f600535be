import { formatDuration } from '../duration.ts';
import { GadgetError } from '../errors.ts';
import { formatSize } from '../size.ts';

/** A call that took too long. */
export function lateness(gadget: string, hook: string, limitMs: number): GadgetError {
  const within = `within ${formatDuration(limitMs)}`;
  return new GadgetError('E_DEADLINE', `${gadget} did not return from ${hook} ${within}`, {
    gadget,
    hint: 'the gadget loops, or works too long on one call; --deadline (in the library: deadlines) gives it more time',
    details: { hook, limitMs },
  });
}

/** Its thread is gone. Node ends one for want of heap, and the gadget itself has no means to. */
export function outOfHeap(gadget: string, hook: string, maxBytes: number): GadgetError {
  const most = `${formatSize(maxBytes)} of JavaScript heap (maxThreadHeapBytes)`;
  return new GadgetError(
    'E_LIMIT',
    `the thread of ${gadget} ended in ${hook}, as when it needs more than ${most}`,
    { gadget, hint: 'it is a fault in the gadget, tell its author', details: { hook } },
  );
}

/** Its thread does not do what it must. */
export function brokenThread(gadget: string, hook: string, why: string): GadgetError {
  return new GadgetError('E_GADGET_TRAP', `the thread of ${gadget} broke in ${hook}: ${why}`, {
    gadget,
    hint: 'it is a fault in the gadget, tell its author',
    details: { hook },
  });
}
