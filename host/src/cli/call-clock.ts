import { type CallDeadlines, defaultDeadlines } from '../deadlines.ts';
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
  private readonly limits: readonly Readonly<CallDeadlines>[];
  private sequence = -1;
  private hook: Hook | '' = '';
  private elapsedMs = 0;

  /** `limits`: of each gadget, by place. */
  constructor(memory: CallMemory, limits: readonly Readonly<CallDeadlines>[]) {
    this.memory = memory;
    this.limits = limits;
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
    const place = calls[1]!;
    const hook = hooks[calls[2]!] ?? '';
    // The three are not written at once: it is the call of last time only when nothing has changed, before and after.
    const same = sequence === this.sequence && hook === this.hook && sequence === Atomics.load(calls, 0);
    this.sequence = sequence;
    this.hook = hook;
    this.elapsedMs = same ? this.elapsedMs + passedMs : 0;
    if (hook === '') return undefined;
    const limitMs = hook === 'load' ? loadMs : (this.limits[place] ?? defaultDeadlines)[hook];
    return this.elapsedMs < limitMs ? undefined : { place, hook, limitMs };
  }
}
