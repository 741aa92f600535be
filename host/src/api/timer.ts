import { fail } from './failure.ts';
import { isU32, type Guest } from './guest.ts';

/** `timer.every` */
export function every(guest: Guest, milliseconds: number): number {
  return create(guest, milliseconds, false);
}

/** `timer.once` */
export function once(guest: Guest, milliseconds: number): number {
  return create(guest, milliseconds, true);
}

function create(guest: Guest, milliseconds: number, firesOnce: boolean): number {
  if (!isU32(milliseconds) || milliseconds === 0) {
    throw fail('out-of-range', `${milliseconds} milliseconds: 1 to 4294967295 are possible`);
  }
  if (!guest.handlesTicks) throw fail('denied', 'the gadget exports no ticker');
  if (guest.timers.size >= guest.limits.maxTimers) {
    throw fail('limit-exceeded', `${guest.limits.maxTimers} timers are the most (maxTimers)`);
  }
  if (guest.phase === 'stop' || guest.phase === 'over' || guest.phase === 'loading') {
    throw fail('not-now', `timers are made from init on until stop, this is ${guest.phase}`);
  }
  const id = guest.nextTimer++;
  guest.timers.set(id, firesOnce);
  guest.services.startTimer(id, milliseconds, firesOnce);
  return id;
}

/** `timer.cancel`: unknown ids do nothing. */
export function cancel(guest: Guest, id: number): void {
  if (guest.timers.delete(id)) guest.services.stopTimer(id);
}
