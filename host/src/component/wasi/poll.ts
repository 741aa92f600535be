import type { Guest } from '../../api/guest.ts';
import { Trap } from '../../lowering/trap.ts';
import { Handle, type Holdings } from './handle.ts';

/** Longest that one sleep of the thread takes, as 32 bits have it. Milliseconds. */
const longestMs = 2 ** 31 - 1;

/** Nobody wakes who sleeps on it. */
const never = new Int32Array(new SharedArrayBuffer(4));

/** `pollable`: ready from a point in time on; streams are always ready. */
export class Pollable extends Handle {
  readonly #guest: Guest;
  #at: bigint | undefined;

  /** `at`: on the monotonic clock; undefined: ready now. */
  constructor(holdings: Holdings, guest: Guest, at?: bigint) {
    super(holdings);
    this.#guest = guest;
    this.#at = at;
  }

  ready(): boolean {
    return this.leftNs() === 0n;
  }

  /** Sleeps, and the thread with it, until it is ready: who watches over deadlines sees a call that takes long. */
  block(): void {
    sleep(this.leftNs());
    // A clock that a test or a replay has made may stand still.
    this.#at = undefined;
  }

  /** How long until it is ready. */
  leftNs(): bigint {
    if (this.#at === undefined) return 0n;
    const left = this.#at - this.#guest.services.monotonicNs();
    return left > 0n ? left : 0n;
  }
}

/** `poll`: sleeps until one of them is ready, and tells which are. */
export function poll(list: readonly Pollable[]): Uint32Array {
  if (list.length === 0) throw new Trap('it polls for nothing, which would never end');
  const ready = (): number[] => list.flatMap((each, place) => (each.ready() ? [place] : []));
  const now = ready();
  if (now.length > 0) return Uint32Array.from(now);
  const first = list.reduce((one, other) => (other.leftNs() < one.leftNs() ? other : one));
  first.block();
  return Uint32Array.from(ready());
}

function sleep(ns: bigint): void {
  for (let left = Number(ns) / 1e6; left > 0; left -= longestMs) {
    Atomics.wait(never, 0, 0, Math.min(left, longestMs));
  }
}
