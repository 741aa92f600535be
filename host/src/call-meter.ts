import type { FunctionProfile, GadgetProfile, HookProfile } from './profile.ts';

/** What was counted of one function, as it was measured. */
export interface Tally {
  calls: number;
  ms: number;
  /** Undefined while nobody counts them. */
  bytesIn: number | undefined;
  bytesOut: number | undefined;
}

interface HookTally {
  calls: number;
  ms: number;
  apiCalls: number;
  apiMs: number;
  /** Spent on counting. */
  countingMs: number;
  rows: number | undefined;
  steps: number | undefined;
}

/** What is counted of a hook besides its calls and their time. */
export interface HookCounts<A extends unknown[]> {
  /** How many rows it gets with these arguments. */
  rows?: (...args: A) => number;
  /** What the gadget has used so far. */
  fuel?: { readonly used: number } | undefined;
}

/** What measuring one call costs, in milliseconds. */
export interface MeasuringCost {
  /** The part that shows in the call's own time. */
  inside: number;
  /** All of it: so much longer takes who calls. */
  whole: number;
}

const hookOrder = ['init', 'start', 'on-loss', 'on-packet', 'on-tick', 'stop'];

/**
 * Measures the calls from and to one gadget. What is measured is wrapped once, when the gadget is linked; without a meter
 * nothing is wrapped, and no call asks whether there is one.
 */
export class CallMeter {
  /** Set where the gadget calls methods of the handles themselves: gets each packet before on-packet does. */
  adopt: ((packet: unknown) => void) | undefined;
  private readonly gadget: string;
  private readonly cost: MeasuringCost;
  private readonly functions = new Map<string, Tally>();
  private readonly hooks = new Map<string, HookTally>();
  private apiCalls = 0;
  private apiMs = 0;
  private countingMs = 0;

  constructor(gadget: string, cost: MeasuringCost) {
    this.gadget = gadget;
    this.cost = cost;
  }

  /** Where the calls of a function are counted. */
  tally(name: string): Tally {
    let tally = this.functions.get(name);
    if (tally === undefined) {
      tally = { calls: 0, ms: 0, bytesIn: undefined, bytesOut: undefined };
      this.functions.set(name, tally);
    }
    return tally;
  }

  /**
   * The same function, measured; of at most nine arguments, as none of `gadget:api` has more. `count` gets the arguments of each call that returned, to count bytes in the tally; that is
   * no part of the call.
   */
  wrap<A extends unknown[], R>(
    name: string,
    call: (...args: A) => R,
    count?: (tally: Tally, args: A) => void,
  ): (...args: A) => R {
    const tally = this.tally(name);
    const run = call as unknown as (...args: unknown[]) => R;
    // Each by name: from wasm, a list of them costs more than the clock does.
    const measured = (
      a: unknown,
      b: unknown,
      c: unknown,
      d: unknown,
      e: unknown,
      f: unknown,
      g: unknown,
      h: unknown,
      i: unknown,
    ): R => {
      let answer: R;
      let ended = 0;
      const began = performance.now();
      try {
        answer = run(a, b, c, d, e, f, g, h, i);
      } finally {
        ended = performance.now();
        const ms = ended - began;
        tally.calls++;
        tally.ms += ms;
        this.apiCalls++;
        this.apiMs += ms;
      }
      if (count !== undefined) {
        count(tally, [a, b, c, d, e, f, g, h, i] as unknown as A);
        this.countingMs += performance.now() - ended;
      }
      return answer;
    };
    return measured as unknown as (...args: A) => R;
  }

  /** The same hook, measured; any number of times for one name. */
  wrapHook<A extends unknown[], R>(
    name: string,
    call: (...args: A) => R,
    { rows, fuel }: HookCounts<A> = {},
  ): (...args: A) => R {
    // A gadget that was started again goes on counting.
    const tally = this.hooks.get(name) ?? {
      calls: 0,
      ms: 0,
      apiCalls: 0,
      apiMs: 0,
      countingMs: 0,
      rows: rows && 0,
      steps: fuel && 0,
    };
    this.hooks.set(name, tally);
    return (...args) => {
      const { apiCalls, apiMs, countingMs } = this;
      const used = fuel?.used ?? 0;
      // Before the call: what it got is gone after.
      if (rows !== undefined) tally.rows! += rows(...args);
      const began = performance.now();
      try {
        return call(...args);
      } finally {
        tally.ms += performance.now() - began;
        tally.calls++;
        tally.apiCalls += this.apiCalls - apiCalls;
        tally.apiMs += this.apiMs - apiMs;
        tally.countingMs += this.countingMs - countingMs;
        if (fuel !== undefined) tally.steps! += fuel.used - used;
      }
    };
  }

  /** What was measured so far. */
  snapshot(): GadgetProfile {
    const called = [...this.functions].filter(([, { calls }]) => calls > 0);
    const hooks = hookOrder.flatMap((name) => {
      const tally = this.hooks.get(name);
      return tally === undefined || tally.calls === 0 ? [] : [this.hook(name, tally)];
    });
    return {
      name: this.gadget,
      hooks,
      functions: called.map((entry) => this.function(...entry)).toSorted((a, b) => b.ms - a.ms),
    };
  }

  private hook(name: string, tally: HookTally): HookProfile {
    const { calls, ms, apiCalls, apiMs, countingMs, rows, steps } = tally;
    const { inside, whole } = this.cost;
    const api = Math.max(0, apiMs - apiCalls * inside);
    const itself = ms - apiMs - countingMs - apiCalls * (whole - inside) - calls * inside;
    return { name, calls, ms: wholeNs(api + Math.max(0, itself)), apiMs: wholeNs(api), rows, steps };
  }

  private function(name: string, { calls, ms, bytesIn, bytesOut }: Tally): FunctionProfile {
    return { name, calls, ms: wholeNs(Math.max(0, ms - calls * this.cost.inside)), bytesIn, bytesOut };
  }
}

/** Milliseconds without what no clock has measured. */
function wholeNs(ms: number): number {
  return Math.round(ms * 1e6) / 1e6;
}

/** How often it is tried; the quickest counts, as others use the machine, too. */
const rounds = 8;
const callsPerRound = 4000;

/** Finds out what measuring costs on this machine, in some milliseconds: by measuring a function that does nothing. */
export function measuringCost(): MeasuringCost {
  let inside = Infinity;
  let whole = Infinity;
  for (let round = 0; round < rounds; round++) {
    const meter = new CallMeter('', { inside: 0, whole: 0 });
    const tally = meter.tally('nothing');
    const nothing = meter.wrap('nothing', (self: number, _row: number) => self);
    const began = performance.now();
    for (let call = 0; call < callsPerRound; call++) nothing(call, 0);
    whole = Math.min(whole, (performance.now() - began) / callsPerRound);
    inside = Math.min(inside, tally.ms / callsPerRound);
  }
  return { inside, whole: Math.max(inside, whole) };
}
