import { defaultDeadlines } from '../deadlines.ts';
import type { CallWatch } from '../run/options.ts';

/**
 * What a thread may be in, by number; 0 is none. `load` is the time before anything of a gadget runs; `instantiate` runs
 * what its modules do at their start.
 */
const hooks = [
  '',
  'load',
  'instantiate',
  'init',
  'start',
  'on-packet',
  'on-tick',
  'on-loss',
  'stop',
] as const;

type Hook = Exclude<(typeof hooks)[number], ''>;

/** How long a call may take, in milliseconds. */
export type Deadlines = Readonly<Record<Hook, number>>;

/** Loading includes translating, which takes seconds and has a limit of its own. Milliseconds. */
const loadMs = 130_000;

/** Memory that the thread of the gadgets writes and the thread that watches them reads. */
export interface CallMemory {
  /** Changes with every call: sequence, place of the gadget, number of the hook. */
  calls: Int32Array<SharedArrayBuffer>;
}

export function createCallMemory(): CallMemory {
  return { calls: new Int32Array(new SharedArrayBuffer(12)) };
}

/** For the thread of the gadgets: notes each call. */
export function callWatch({ calls }: CallMemory): CallWatch {
  return {
    enter(place, hook) {
      calls[1] = place;
      calls[2] = hooks.indexOf(hook as Hook);
      Atomics.add(calls, 0, 1);
    },
    leave() {
      calls[2] = 0;
      Atomics.add(calls, 0, 1);
    },
  };
}

/** A call that takes too long. */
export interface Overrun {
  /** Which gadget of the chain, from 0; -1 while loading. */
  place: number;
  hook: Hook;
  limitMs: number;
}

/** For the thread that watches: ask it regularly, and it tells when a call has gone on for too long. */
export class Deadline {
  private readonly memory: CallMemory;
  private readonly limits: Deadlines;
  private sequence = -1;
  private elapsedMs = 0;

  constructor(memory: CallMemory, limits: Partial<Deadlines> = {}) {
    this.memory = memory;
    this.limits = { load: loadMs, ...defaultDeadlines, ...limits };
  }

  /** Whether gadgets are still being loaded: nothing has been gathered then. */
  get loading(): boolean {
    const hook = hooks[this.memory.calls[2]!];
    return hook === 'load' || hook === 'instantiate';
  }

  /** `passedMs`: since the last time this was asked, as far as this process was running. */
  check(passedMs: number): Overrun | undefined {
    const { calls } = this.memory;
    const sequence = Atomics.load(calls, 0);
    const hook = hooks[calls[2]!] ?? '';
    if (sequence !== this.sequence || hook === '') {
      this.sequence = sequence;
      this.elapsedMs = 0;
      return undefined;
    }
    this.elapsedMs += passedMs;
    const limitMs = this.limits[hook];
    return this.elapsedMs < limitMs ? undefined : { place: calls[1]!, hook, limitMs };
  }
}
