import { Guest } from '../api/guest.ts';
import { CallMeter, type MeasuringCost } from '../call-meter.ts';
import type { Allowance } from '../component/bounds/allowance.ts';
import type { Packet } from '../data/packet.ts';
import type { Registry } from '../data/registry.ts';
import type { Limits } from '../limits.ts';
import type { GadgetProfile } from '../profile.ts';
import { resolveDeadlines } from '../deadlines.ts';
import type { GadgetError } from '../errors.ts';
import { checkedBacktrace } from './backtrace.ts';
import type { CallTape } from './call-tape.ts';
import type { Chain } from './chain.ts';
import { type CallFailure, Gadget } from './gadget.ts';
import { guestServices } from './guest-services.ts';
import { fuelled, type Hooks, hooksOf, meteredHooks } from './hooks.ts';
import type { Life, MakeLife } from './life.ts';
import type { Log } from './log.ts';
import { LogQuota } from './log-quota.ts';
import type { FailureReport, GadgetSpec, Platform, RunOptions } from './options.ts';
import type { Player } from './player.ts';
import { Recorder } from './recorder.ts';
import type { SharedClock } from './shared-clock.ts';
import type { Timers } from './timers.ts';

/** What the places of a run share. */
export interface PlaceContext {
  readonly options: RunOptions;
  readonly registry: Registry;
  readonly limits: Readonly<Limits>;
  readonly platform: Platform;
  readonly log: Log;
  readonly chain: Chain;
  readonly timers: Timers;
  readonly clock: SharedClock;
  /** Set when the run is profiled. */
  readonly measuring: MeasuringCost | undefined;
  report(report: FailureReport): void;
  /** Its instance is finished; as `GadgetContext` has it. */
  fell(place: Place, again: boolean): number | undefined;
  /** Gives its gadget a packet, and all that is around it, again. */
  readonly player: Player | undefined;
  /** A callback of the embedder threw. */
  failed(error: GadgetError): void;
}

/** A place in the chain: makes what its gadget needs of the run, and seats its instances there, one after the other. */
export class Place {
  readonly name: string;
  readonly spec: GadgetSpec & { name: string };
  /** From 0. */
  readonly number: number;
  /** Of the first instance. */
  readonly guest: Guest;
  /** Measures the gadget's calls, when the run is profiled and the gadget runs in its thread. */
  readonly meter: CallMeter | undefined;
  /** Whether it is given the preview of the next major, too. */
  readonly previewApi: boolean;
  /** Of its component, if it is one. */
  digest: string | undefined;
  /** How instances are made; undefined: an embedder has made the only one. */
  make: MakeLife | undefined;
  /** Set once there is an instance. */
  gadget: Gadget | undefined;
  /** What was measured of the gadget, where that is not done by {@link meter}. */
  measured: (() => GadgetProfile | undefined) | undefined;
  /** Ends what an instance has besides itself: its thread. */
  release: (() => Promise<void>) | undefined;
  readonly context: PlaceContext;
  /** Keeps the packets that its gadget fails on, when somebody wants them. */
  readonly recorder: Recorder | undefined;
  private readonly params: ReadonlyMap<string, string>;
  private readonly quota: LogQuota;

  constructor(spec: GadgetSpec & { name: string }, number: number, context: PlaceContext) {
    const { registry, limits, platform, log, options, measuring } = context;
    this.name = spec.name;
    this.spec = spec;
    this.number = number;
    this.context = context;
    this.quota = new LogQuota({ name: spec.name, limits, platform, log });
    this.params = new Map(Object.entries({ ...options.params, ...spec.params }));
    this.recorder = this.newRecorder();
    this.guest = this.newGuest(registry);
    this.previewApi = options.previewApi === true;
    this.meter = measuring && new CallMeter(spec.name, measuring);
  }

  /** Where the time of its gadget went; undefined when it is not measured. */
  profile(): GadgetProfile | undefined {
    return this.measured === undefined ? this.meter?.snapshot() : this.measured();
  }

  /** Between its gadget and the run, when something is kept or given again. */
  get tape(): CallTape | undefined {
    return this.context.player ?? this.recorder;
  }

  /** An instance as the run is to call it. */
  taped(life: Life): Life {
    return this.tape?.around(life) ?? life;
  }

  /** A gadget, as the API sees it, that finds what is in a registry. */
  newGuest(registry: Registry): Guest {
    const { limits, platform, log, timers, chain, player } = this.context;
    const { name, number, quota, params, tape } = this;
    const services = guestServices({
      name,
      params,
      registry,
      limits,
      platform: tape?.platform ?? platform,
      log,
      quota,
      emit: (draft) => this.gadget!.emit(draft),
      startTimer: (id, ms, firesOnce) => {
        if (player === undefined) timers.add(this.gadget!, id, ms, firesOnce);
      },
      stopTimer: (id) => timers.cancel(this.gadget!, id),
      unsubscribed: (source) => chain.unsubscribed(source),
    });
    return new Guest(name, number, services);
  }

  /** The hooks among an instance's exports, with its fuel and the run's measuring. */
  hooksOf(exports: unknown, allowance: Allowance | undefined): Hooks {
    const { name, previewApi, meter } = this;
    const hooks = fuelled(hooksOf(exports, name, { previewApi, meter }), allowance?.fuel);
    return meter === undefined ? hooks : meteredHooks(hooks, meter, allowance?.fuel);
  }

  /** The first instance takes the place. `watched`: whether the run's watch is told around its calls. */
  seat(life: Life, watched: boolean = true): Gadget {
    const { limits, chain, clock, options } = this.context;
    const { maxQueuedPackets, maxEmitDepth, maxLogBytes } = limits;
    const { recorder } = this;
    const gadget = new Gadget(this.taped(life), this.spec.onFailure ?? 'discard', {
      maxQueuedPackets,
      maxEmitDepth,
      maxLogBytes,
      logsHeldBack: () => this.quota.heldBack,
      queued: () => chain.queued,
      enqueue: (packet: Packet, depth: number) => chain.enqueue(packet, depth),
      fell: (again) => this.context.fell(this, again),
      report: (failure) => this.context.report(this.reportOf(failure)),
      keep: recorder && recorder.keep.bind(recorder),
      watch: watched ? options.watch : undefined,
      clock,
    });
    this.gadget = gadget;
    chain.gadgets[this.number] = gadget;
    return gadget;
  }

  private newRecorder(): Recorder | undefined {
    const { options, platform, registry, failed } = this.context;
    const { onQuarantine, previewApi = false, deadlines } = options;
    if (onQuarantine === undefined) return undefined;
    const { spec, number, params } = this;
    return new Recorder({
      ...{ spec, place: number, params, previewApi, platform, registry, onQuarantine },
      deadlines: resolveDeadlines(deadlines, spec.deadlines),
      onError: failed,
    });
  }

  private reportOf(failure: CallFailure): FailureReport {
    const { digest, spec } = this;
    return {
      ...failure,
      ...(spec.version !== undefined && { version: spec.version }),
      ...(digest !== undefined && { digest }),
      backtrace: checkedBacktrace(failure.error.details['backtrace']),
    };
  }

  /** Ends the thread of its gadget, if it has one, and tells what that had left to say. */
  async end(): Promise<void> {
    await this.release?.();
    this.quota.end();
  }
}
