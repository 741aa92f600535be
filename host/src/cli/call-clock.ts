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
  /** When it began, by {@link sharedNow}. */
  began: Float64Array<SharedArrayBuffer>;
}

export function createCallMemory(): CallMemory {
  return {
    calls: new Int32Array(new SharedArrayBuffer(12)),
    began: new Float64Array(new SharedArrayBuffer(8)),
  };
}

/** Milliseconds of a clock that all threads share, which `performance.now()` is not. */
export function sharedNow(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

/** For the thread of the gadgets: notes each call. */
export function callWatch({ calls, began }: CallMemory): CallWatch {
  const origin = sharedNow() - performance.now();
  return {
    enter(place, hook, at) {
      began[0] = origin + at;
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

/** How often it is looked which call runs. Milliseconds. */
const lookEveryMs = 250;
/** No oftener than this, whatever the deadlines. Milliseconds. */
const shortestLookMs = 10;
/** While a process stands still, its gadgets do, too: more than this has not passed between two looks. Milliseconds. */
const longestPauseMs = 500;

/** For the thread that watches: ask it when it says so, and it tells when a call has gone on for too long. */
export class Deadline {
  private readonly memory: CallMemory;
  private readonly limits: readonly Readonly<CallDeadlines>[];
  private readonly everyMs: number;
  private looked: number;
  private sequence = -1;
  private hook: Hook | '' = '';
  private elapsedMs = 0;
  private leftMs = Infinity;

  /** `limits`: of each gadget, by place. `now`: here and later, by {@link sharedNow}. */
  constructor(memory: CallMemory, limits: readonly Readonly<CallDeadlines>[], now: number) {
    this.memory = memory;
    this.limits = limits;
    this.looked = now;
    // So that no call is over its time when it is first seen.
    const shortest = Math.min(...limits.flatMap((each): number[] => Object.values({ ...each })));
    this.everyMs = Math.max(shortestLookMs, Math.min(lookEveryMs, shortest));
  }

  /** Whether gadgets are still being loaded: nothing has been gathered then. */
  get loading(): boolean {
    const hook = hooks[this.memory.calls[2]!];
    return hook === 'load' || hook === 'instantiate';
  }

  /** In how many milliseconds to ask again. */
  get nextMs(): number {
    return Math.min(this.everyMs, this.leftMs);
  }

  check(now: number): Overrun | undefined {
    const { calls, began } = this.memory;
    const passedMs = Math.min(now - this.looked, longestPauseMs);
    this.looked = now;
    const sequence = Atomics.load(calls, 0);
    const place = calls[1]!;
    const hook = hooks[calls[2]!] ?? '';
    const sinceMs = now - began[0]!;
    // They are not written at once: it is the call of last time only when nothing has changed, before and after.
    const same = sequence === this.sequence && hook === this.hook && sequence === Atomics.load(calls, 0);
    this.sequence = sequence;
    this.hook = hook;
    this.leftMs = Infinity;
    if (hook === '') return undefined;
    // A call that is new has begun since the last look.
    this.elapsedMs = same ? this.elapsedMs + passedMs : Math.max(0, Math.min(sinceMs, passedMs));
    const limitMs = hook === 'load' ? loadMs : (this.limits[place] ?? defaultDeadlines)[hook];
    this.leftMs = limitMs - this.elapsedMs;
    return same && this.leftMs <= 0 ? { place, hook, limitMs } : undefined;
  }
}
