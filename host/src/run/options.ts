import type { LogAttribute } from '../api/log-attributes.ts';
import type { InterfaceRequest } from '../component/request.ts';
import type { CallDeadlines } from '../deadlines.ts';
import type { Delivery } from '../data/data-source.ts';
import type { FieldType } from '../data/field-type.ts';
import type { GadgetError } from '../errors.ts';
import type { Limits } from '../limits.ts';
import type { Output } from '../outputs/output.ts';
import type { QuarantinedPacket } from '../quarantine/record.ts';
import type { FieldSpec, Source } from '../sources/source.ts';
import type { BacktraceFrame } from './backtrace.ts';

/** What becomes of a packet when a gadget fails on it. `discard` unless the operator says otherwise. */
export type FailurePolicy =
  /** The packet's rows go no further: a row nobody finished is not shown as if it had been. */
  | 'discard'
  /** The packet goes on as the gadget got it. Looser: only the operator may choose it. */
  | 'keep'
  /** As `keep`, and once the gadget is dead its place in the chain is skipped. Looser: only the operator may choose it. */
  | 'bypass'
  /** The run stops with the failure. */
  | 'stop-run';

/** Log levels, most severe first. */
export type LogLevel = 'error' | 'warn' | 'info' | 'debug' | 'trace';

/** One message of a gadget, or of the host about one. */
export interface LogRecord {
  /** The gadget's name; undefined for the host's own words. */
  gadget: string | undefined;
  level: LogLevel;
  message: string;
  /** Details that a gadget gave apart from the message, in its order; a key may come twice. Undefined: none were given. */
  attributes?: readonly LogAttribute[];
}

/** One failed call of a gadget. */
export interface FailureReport {
  gadget: string;
  /** The hook: `init`, `start`, `on-packet`, `on-tick`, `on-loss`, `stop`; `instantiate` when it could not be started again. */
  hook: string;
  /**
   * `E_GADGET_ERROR`: the hook answered with an error; `E_GADGET_TRAP`: it trapped and the instance is finished, `E_MEMORY`
   * when the cap on its memory had refused it more, `E_FUEL` when its fuel ran out.
   */
  error: GadgetError;
  /** Of the gadget, from its spec. */
  version?: string;
  /** Of its component: `sha256:` and 64 hexadecimal digits. Undefined for what is none. */
  digest?: string;
  /**
   * Its functions that were at work when it trapped, innermost first. Empty when it did not trap, or was ended from outside. At most as many
   * as `Error.stackTraceLimit` of its thread.
   */
  backtrace: readonly BacktraceFrame[];
  /** The data source of the packet or of the lost rows, for on-packet and on-loss. */
  source?: string;
  /** Count of packets this gadget had received, this one included, for on-packet. */
  packet?: number;
  /** Rows that did not pass because of it. */
  rows: number;
  /** What was done. */
  policy: FailurePolicy;
  /** In how many milliseconds it is started again, when its instance is finished. Undefined: it is not, or works on. */
  restartMs?: number;
}

/**
 * Imports and exports of a gadget as jco shapes them, keyed by versioned interface name. Imports have the names of all versions
 * of 1.x up to this host's.
 */
export type Instantiate = (imports: Record<string, unknown>) => unknown;

/** One gadget of the chain. */
export interface GadgetSpec {
  /** Shown in logs, errors and stats; unique in the run. Default: the file's name without `.wasm`. */
  name?: string;
  /** Of the gadget, for reports of failures and for packets it failed on. */
  version?: string;
  /** The component: its bytes, or the path of a file. */
  component?: Uint8Array | string;
  /** Instead of a component: makes an instance from imports. It runs with the host's rights. */
  instantiate?: Instantiate;
  /** Where the component came from, in words of whoever asked for it. Told with packets it failed on. Default: the path of its file. */
  from?: string;
  /** Parameters by name. */
  params?: Readonly<Record<string, string>>;
  /** Default `discard`. */
  onFailure?: FailurePolicy;
  /** Interfaces beyond `gadget:api` that it may import, besides the run's `grants`. */
  grants?: readonly string[];
  /**
   * What its gadget.yaml requests: an import that is not among them is refused with `E_NOT_REQUESTED`, granted or not. Default: it has
   * none, and its imports are its requests.
   */
  requests?: readonly InterfaceRequest[];
  /** Less memory than `limits.maxMemoryBytes` gives every gadget. Bytes. */
  maxMemoryBytes?: number;
  /** Its fuel instead of the run's. */
  fuel?: number;
  /** Default: as the run's. With `instantiate` only `inline` is possible, and the run's does not count. */
  isolation?: Isolation;
  /** How long its calls may take, where it has another opinion than the run. Milliseconds. */
  deadlines?: Partial<CallDeadlines>;
  /**
   * Notes on fields, by source and field name, put on after the gadget's init. What the gadget itself wrote under the same key
   * stays. A field that does not exist then is named in a warning.
   */
  annotations?: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>;
}

/** A source that the embedder feeds with `run.source(name).push(…)`. */
export interface PushedSource {
  /** Kind by field name, `text[]` for lists of text; or full specifications. */
  schema: Readonly<Record<string, FieldType>> | readonly FieldSpec[];
  /** Default `events`. */
  delivery?: Delivery;
  /**
   * What comes of packets while chain or outputs are busy with others. `wait`: they wait, and so does who waits for `push`. `drop`, for what
   * happens whether or not anybody listens: `push` never waits; as many rows as `limits.maxWaitingRows` are kept, and a
   * packet that has no place is dropped as a whole and counted as lost. Default `wait`.
   */
  whenFull?: WhenFull;
}

/** See {@link PushedSource.whenFull}. */
export type WhenFull = 'wait' | 'drop';

/** Told around every call into a guest. Must not throw. */
export interface CallWatch {
  /** `place`: which gadget of the chain, from 0. `began`: when, as `performance.now()` of this thread has it. */
  enter(place: number, hook: string, began: number): void;
  leave(): void;
}

/** Clocks and randomness, for tests and replays. */
export interface Platform {
  /** Nanoseconds since the Unix epoch. */
  wallNs(): bigint;
  /** Nanoseconds, never going back. */
  monotonicNs(): bigint;
  /** Two random 64-bit numbers. */
  seed(): readonly [bigint, bigint];
  /** Calls back once after `milliseconds`; gives a function that takes it back. */
  setTimer(milliseconds: number, callback: () => void): () => void;
}

/** How a component's functions are called; see `RunOptions.bindings`. */
export type Bindings = 'direct' | 'reference';

/** Where a gadget runs; see `RunOptions.isolation`. */
export type Isolation = 'worker' | 'inline';

/** Restarts of a gadget within a minute, unless somebody says otherwise. */
export const defaultMaxRestarts = 5;

/** What {@link createRun} takes. */
export interface RunOptions {
  /** The chain, in order. A string is the path of a component. */
  gadgets: readonly (string | GadgetSpec)[];
  /** Data sources by name. */
  sources?: Readonly<Record<string, Source | PushedSource>>;
  /** Outputs; more can be had as iterables from `run.output(name)` before the run starts. */
  outputs?: readonly Output[];
  /** Parameters for every gadget; a gadget's own `params` win. */
  params?: Readonly<Record<string, string>>;
  /** Ends the run when aborted, as `run.close()` does. */
  signal?: AbortSignal;
  /** Moves caps; see `Limits`. */
  limits?: Partial<Limits>;
  /**
   * How much a component may do in one call of a hook, in steps: one for each entry of a function and each turn of a loop,
   * one more for every 64 bytes that it fills or copies with one instruction. What does the same takes the same number on
   * every machine (but runtimes may look at the clock, as Go's does). What the host does for a gadget is not counted. A
   * call that takes more traps. Of a call that traps for another reason, turns of the loop in which it does are not told.
   * Default: nothing is counted, which is faster.
   */
  fuel?: number;
  /** Interfaces beyond `gadget:api` that gadgets may import: `wasi:cli/environment@0.2.0`, `wasi:cli/*`. Default none. */
  grants?: readonly string[];
  /**
   * Implementations of granted interfaces, by versioned name: objects, or URLs of modules whose exports are the functions. They go
   * before what this host answers itself, which is wasi 0.2 without network, and run with the host's rights. Gadgets in threads of
   * their own take modules only, which each imports anew.
   */
  providers?: Readonly<Record<string, unknown>>;
  /**
   * How often within a minute a gadget whose instance is finished is started again: at once the first time, then after 100 ms, each
   * time twice as long. Its init must declare what it declared at first, or it stays down (`E_RESTART_SCHEMA`). While it is down its
   * rows do not pass, and what it knew is gone; the run has failed either way. Not for policy `stop-run`, nor for instances that the
   * embedder made. Default {@link defaultMaxRestarts}; 0: it stays down.
   */
  maxRestarts?: number;
  /** Gets every message of level {@link logLevel} or more severe. Default: nothing is kept. */
  onLog?: (record: LogRecord) => void;
  /** Default `info`. */
  logLevel?: LogLevel;
  /** Gets every failed call. The run's `done` tells of the first, too. */
  onFailure?: (report: FailureReport) => void;
  /**
   * Gets every packet that a gadget failed on, as the gadget got it, with all that the call needs to be done again by
   * `createReplay`. `quarantineFolder` keeps them as files. When it is given, threads of gadgets ask for the clock, which takes
   * longer. Default: nothing is kept.
   */
  onQuarantine?: (record: QuarantinedPacket) => void;
  /** Where translated components are kept; `false` keeps none. Default: the user's cache folder. */
  cacheDir?: string | false;
  /**
   * How components are called: `direct` goes past jco's glue, which costs microseconds a call, straight to the core
   * module, and traps a gadget that uses a handle it does not have; `reference` is jco's glue. A component that can't be
   * called directly gets the reference glue and a warning through {@link onLog}. Default `direct`.
   */
  bindings?: Bindings;
  /**
   * Whether gadgets may use the preview of the next major of `gadget:api` beside 1.x. A later host may have another preview, or
   * none. Default false: a gadget that needs it is refused with `E_API_PRERELEASE`.
   */
  previewApi?: boolean;
  /**
   * `worker`: each gadget runs in a thread of its own, and one that does not return in time (see {@link deadlines}) or needs too
   * much heap is dead, while the others go on. The run still does one thing at a time: its thread waits while a gadget works.
   * `inline`: gadgets run in the thread of the run, which costs some ten microseconds less a call, and one that loops holds it for
   * ever. Default `inline`.
   */
  isolation?: Isolation;
  /** How long a call of a gadget may take, with isolation `worker`. Milliseconds. Default: `defaultDeadlines`. */
  deadlines?: Partial<CallDeadlines>;
  /** Default: this machine's. */
  platform?: Platform;
  /** Told around every call into a gadget that runs inline, so that another thread can see what runs. */
  watch?: CallWatch;
  /**
   * Measures each call from and to a gadget; `run.profile` has what came out. Costs some 100 ns a call, which are taken
   * off what is told, and nothing when it is not asked for. Default false.
   */
  profile?: boolean;
  /** Ends the run after this many milliseconds. Default: when all sources have ended. */
  timeoutMs?: number;
}
