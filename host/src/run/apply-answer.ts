import type { Guest } from '../api/guest.ts';
import type { Packet as PacketHandle } from '../api/packet.ts';
import * as timer from '../api/timer.ts';
import { pageBytes } from '../component/bounds/caps.ts';
import { Draft } from '../data/draft.ts';
import type { GadgetError } from '../errors.ts';
import type { Reply } from '../isolate/calling-end.ts';
import { declareAgain } from '../isolate/declared.ts';
import { readDraft } from '../isolate/draft-frame.ts';
import type { FrameReader } from '../isolate/frame-reader.ts';
import { reviveError } from '../revive-error.ts';
import type { AnswerAside, TimerState } from './thread-protocol.ts';

/** What a hook answered on its thread. */
export interface Answer {
  /** What the instance uses now. */
  memoryBytes: number;
  fuelUsed: number;
  verdict: 'keep' | 'discard';
  failure: GadgetError | undefined;
}

/**
 * Does to the guest of the run's thread, and to the packet that the call was about, what the guest of the gadget's thread did.
 * By the functions of the API where there are some: that thread runs code made from a stranger's bytes. Throws when it told what
 * no gadget can do.
 */
export function applyAnswer(
  guest: Guest,
  { frame, aside }: Reply,
  handle: PacketHandle | undefined,
  declares: boolean,
): Answer {
  const failed = frame.word() !== 0;
  const verdict = frame.word() === 1 ? 'discard' : 'keep';
  const leaked = frame.word() === 1;
  const open = frame.word();
  const peak = frame.word();
  const memoryBytes = frame.word() * pageBytes;
  const fuelUsed = frame.word() + frame.word() * 2 ** 32;
  const news = (aside ?? {}) as AnswerAside;
  const draft = handle?.draft ?? undefined;
  if (!leaked) handle?.[Symbol.dispose]();
  // What is declared again takes handles for a moment.
  guest.ledger.open = 0;
  if (declares) declareAgain(guest, news.schema!, news.subscriptions!);
  if (news.timers !== undefined) setTimers(guest, news.timers);
  for (const subscription of news.ended ?? []) guest.unsubscribe(subscription);
  guest.ledger.open = open;
  guest.ledger.peak = peak;
  if (failed) return { verdict, memoryBytes, fuelUsed, failure: failureOf(guest, news) };
  if (draft !== undefined) readDraft(frame, draft, guest.limits);
  for (let count = frame.word(); count > 0; count--) emitAgain(guest, frame);
  return { verdict, memoryBytes, fuelUsed, failure: undefined };
}

function failureOf({ name }: Guest, { failure }: AnswerAside): GadgetError {
  const error = reviveError({ ...failure, blame: 'guest', gadget: name });
  if (error.code === 'E_INTERNAL') throw new RangeError('a failure without a code');
  return error;
}

function emitAgain(guest: Guest, frame: FrameReader): void {
  const { registry, limits } = guest.services;
  const source = registry.at(frame.word());
  if (source?.owner !== guest.place) throw new RangeError('a packet of a source that is not its own');
  const received = frame.peek();
  if (received > limits.maxSnapshotRows) throw new RangeError(`a packet of ${received} rows`);
  const draft = new Draft(source, received);
  readDraft(frame, draft, limits);
  guest.services.emit(draft);
}

/** Makes and cancels timers until they are those of the other thread. */
function setTimers(guest: Guest, { next, all }: TimerState): void {
  const wanted = new Set(all.map(([id]) => id));
  for (const id of [...guest.timers.keys()]) if (!wanted.has(id)) timer.cancel(guest, id);
  for (const [id, milliseconds, firesOnce] of all) {
    if (guest.timers.has(id)) continue;
    if (!Number.isSafeInteger(id) || id < guest.nextTimer) throw new RangeError(`a timer ${id}`);
    // Those between were cancelled in the same call.
    guest.nextTimer = id;
    if (firesOnce === true) timer.once(guest, milliseconds);
    else timer.every(guest, milliseconds);
  }
  if (!Number.isSafeInteger(next) || next < guest.nextTimer) throw new RangeError(`a next timer ${next}`);
  guest.nextTimer = next;
}
