/** What the thread of a run and that of a gadget say to each other. */
import type { LogAttribute } from '../api/log-attributes.ts';
import type { Phase } from '../api/phase.ts';
import type { MeasuringCost } from '../call-meter.ts';
import type { CoreCaps } from '../component/bounds/caps.ts';
import type { SourceState } from '../isolate/schema-state.ts';
import type { Limits } from '../limits.ts';
import type { GadgetProfile } from '../profile.ts';
import type { ErrorRecord } from '../revive-error.ts';
import type { GrantedInterface, PreparedComponent } from './link-component.ts';
import type { Bindings, LogLevel } from './options.ts';

/** A gadget, as its thread is told of it; the thread answers with {@link Loaded}. */
export interface LoadMessage {
  name: string;
  place: number;
  limits: Readonly<Limits>;
  params: readonly (readonly [key: string, value: string])[];
  seed: readonly [bigint, bigint];
  /** Levels of which messages are kept. */
  levels: readonly LogLevel[];
  /** Set when clocks are the embedder's, which are asked during calls: what they say now. */
  clocks: { wallNs: bigint; monotonicNs: bigint } | undefined;
  bindings: Bindings;
  previewApi: boolean;
  allowance: AllowanceTerms;
  /** Set when calls are measured. */
  measuring: MeasuringCost | undefined;
  /** Of the component. */
  prepared: Omit<PreparedComponent, 'granted'>;
  /** What answers granted interfaces: modules by their URL, as objects can't be sent. */
  modules: readonly (Omit<GrantedInterface, 'provider'> & { url: string })[];
}

/** What an allowance is made of. */
export interface AllowanceTerms {
  caps: CoreCaps;
  /** Steps of one call; undefined: they are not counted. */
  fuel: number | undefined;
}

/** The hooks that a gadget may have or not. */
export const optionalHooks = ['onPacket', 'onTick', 'onLoss'] as const;

/** What came of loading. */
export type Loaded =
  | {
      hooks: readonly (typeof optionalHooks)[number][];
      /** What the instance begins with. */
      memoryBytes: number;
      /** Words of the host. */
      warnings: readonly string[];
      /** Words of the gadget. */
      messages: readonly LogMessage[];
    }
  | { error: ErrorRecord };

/** The calls, by number. `leave`: the instance is done with, and the thread waits for another {@link LoadMessage}. */
export const callNames = [
  'init',
  'start',
  'stop',
  'onPacket',
  'onTick',
  'onLoss',
  'profile',
  'leave',
] as const;

/** What the calls of hooks are called in errors. */
export const hookNames = {
  init: 'init',
  start: 'start',
  stop: 'stop',
  onPacket: 'on-packet',
  onTick: 'on-tick',
  onLoss: 'on-loss',
} as const;

/** What comes beside every call but those of `onPacket`. */
export interface CallAside {
  /** Arguments of the hook. */
  args: readonly unknown[];
  /** For init and start: the schema as it is now. */
  schema: SourceState[] | undefined;
}

/** What comes beside an answer when there is something to tell. */
export interface AnswerAside {
  /** Why the call failed. */
  failure?: ErrorRecord;
  /** After init: the schema as the gadget left it, and the sources it subscribed to. */
  schema?: SourceState[];
  subscriptions?: string[];
  /** Timers, when some were made or cancelled. */
  timers?: TimerState;
  /** Subscriptions that ended in this call. */
  ended?: number[];
  profile?: GadgetProfile;
}

/** The timers of a gadget. */
export interface TimerState {
  /** The number of the next one. */
  next: number;
  all: readonly (readonly [id: number, milliseconds: number, firesOnce: boolean])[];
}

/** A log line, told while a call goes on. */
export interface LogMessage {
  level: LogLevel;
  message: string;
  attributes: readonly LogAttribute[] | undefined;
}

/** What the embedder's platform is asked. */
export const clockQuestions = ['wallNs', 'monotonicNs'] as const;

/** Phases by number. */
export const phases: readonly Phase[] = ['loading', 'init', 'start', 'running', 'stop', 'over'];
