/**
 * What one instance of a gadget remembers. A component is one instance; natively there can be many in one process, so
 * nothing of a gadget is kept in module variables: every entry from the host says whose turn it is.
 */
import type { Packet } from './packet.ts';

/** What a packet callback answers: `'discard'` drops the whole packet, anything else that is allowed keeps it. */
export type Verdict = 'keep' | 'discard';

/**
 * Where rows were lost. `overflow`: they came faster than they could be taken. `unreadable`: the source could make no rows of what it
 * found. `failed`: a gadget before this one failed while it had them. `other`: some other way.
 */
export type LossCause = 'overflow' | 'unreadable' | 'failed' | 'other';

/** One instance of a gadget. */
export interface InstanceState {
  /** Callbacks by the number that `subscribe` of the host answered. */
  readonly subscriptions: Map<number, (packet: Packet) => Verdict | void>;
  /** These numbers by the name of the source. */
  numbers?: Map<string, number>;
  /** Callbacks for lost rows by the same numbers. */
  losses?: Map<number, (rows: number, cause: LossCause) => void>;
  /** Callbacks by the number that `every` or `once` of the host answered. */
  readonly timers: Map<number, () => void>;
  /** The generator behind `Math.random`, once it was seeded. */
  random?: () => number;
  /** Natively: what the instance imports, by the interface's name without package and version. */
  readonly imports?: Readonly<Record<string, unknown>>;
}

/** A fresh instance. */
export function newState(imports?: Readonly<Record<string, unknown>>): InstanceState {
  return { subscriptions: new Map(), timers: new Map(), ...(imports !== undefined && { imports }) };
}

let current: InstanceState | undefined;

/**
 * The instance whose hook is running.
 *
 * Throws when there is none: the top level of a gadget's module runs while the gadget is built, with no host in sight.
 */
export function currentState(what: string): InstanceState {
  if (current === undefined)
    throw new Error(
      `${what} was used outside of a hook. The top level of a gadget's module must not call the gadget API: ` +
        'move the call into init, start, stop, or a callback.',
    );
  return current;
}

/** Sets whose turn it is and answers whose it was. */
export function switchState(next: InstanceState | undefined): InstanceState | undefined {
  const before = current;
  current = next;
  return before;
}
