import { Guest } from '../api/guest.ts';
import type { StopReason } from '../api/stop-reason.ts';
import type { Allowance } from '../component/bounds/allowance.ts';
import type { DataSource } from '../data/data-source.ts';
import type { Packet } from '../data/packet.ts';
import { Registry } from '../data/registry.ts';
import { CallMeter, type MeasuringCost, measuringCost } from '../call-meter.ts';
import type { CallDeadlines } from '../deadlines.ts';
import { GadgetError, isGadgetError, messageOf } from '../errors.ts';
import { type Limits, resolveLimits } from '../limits.ts';
import { iterableOutput, type PacketIterable } from '../outputs/iterable.ts';
import { levels } from '../lowering/enums.ts';
import type { GadgetProfile, RunProfile } from '../profile.ts';
import type { SourceProblem } from '../sources/source.ts';
import { Chain } from './chain.ts';
import { Gadget } from './gadget.ts';
import { guestServices } from './guest-services.ts';
import { fuelled, type Hooks, hooksOf, meteredHooks } from './hooks.ts';
import { IsolatedGadget } from './isolated-gadget.ts';
import { Lane, type LaneWork } from './lane.ts';
import { createLog, type Log, threw } from './log.ts';
import { LogQuota } from './log-quota.ts';
import type { Bindings, CallWatch, FailureReport, GadgetSpec, Platform, RunOptions } from './options.ts';
import { OutputSet } from './output-set.ts';
import { systemPlatform } from './platform.ts';
import type { SourceInput } from './pushed-source.ts';
import { annotate } from './schema.ts';
import { SourceSet } from './source-set.ts';
import { SharedClock } from './shared-clock.ts';
import type { RunStats } from './stats.ts';
import { type Lateness, Timers } from './timers.ts';
import type { Usage } from './usage.ts';

/** How a run ended. */
export interface RunResult {
  /** What ended it early, or the first failure of a gadget; nothing when all went well. */
  failure: GadgetError | undefined;
  /** Failed calls of all gadgets. */
  failures: number;
  stats: RunStats;
}

/** A place in the chain that waits for its gadget. */
export interface Place {
  guest: Guest;
  /** Measures the gadget's calls, when the run is profiled. */
  meter: CallMeter | undefined;
  /** Whether it is given the preview of the next major, too. */
  previewApi: boolean;
  /** `allowance`: of a component. */
  occupy: (exports: unknown, allowance?: Allowance) => Gadget;
  /** Starts a thread for the gadget, which comes into its place with {@link settle}. */
  isolate: (bindings: Bindings, deadlines: Readonly<CallDeadlines>) => IsolatedGadget;
  settle: (hooks: Hooks, usage: Usage) => Gadget;
}

type State = 'made' | 'starting' | 'running' | 'ending' | 'ended';

/** A chain of gadgets with its sources and outputs, from init to stop. Made by `createRun`. */
export class Run {
  /** Resolves when the run has ended, whatever the reason; never rejects. */
  readonly done: Promise<RunResult>;
  private readonly registry = new Registry();
  private readonly limits: Readonly<Limits>;
  private readonly options: RunOptions;
  private readonly platform: Platform;
  private readonly chain: Chain;
  private readonly clock = new SharedClock();
  private readonly lane = new Lane(this.clock);
  private readonly timers: Timers;
  private readonly outputs: OutputSet;
  private readonly sources: SourceSet;
  private readonly abort = new AbortController();
  private readonly log: Log;
  private readonly reserved: string[] = [];
  /** Set when the run is profiled. */
  private readonly measuring: MeasuringCost | undefined;
  /** What was measured of each gadget. */
  private readonly profiles: (() => GadgetProfile | undefined)[] = [];
  /** Gadgets in threads of their own. */
  private readonly isolated: IsolatedGadget[] = [];
  /** Of each gadget. */
  private readonly quotas: LogQuota[] = [];
  private readonly notes: GadgetSpec['annotations'][] = [];
  private state: State = 'made';
  /** Whether all gadgets have started: nobody is given a packet otherwise. */
  private flows = false;
  private failure: GadgetError | undefined;
  /** Why it ends; the first reason counts. */
  private stopReason: StopReason | undefined;
  private failures = 0;
  private resolveDone: (result: RunResult) => void = () => {};
  private starting: Promise<void> | undefined;
  private ending: Promise<RunResult> | undefined;

  /** Use `createRun`, which also loads the components. */
  constructor(options: RunOptions) {
    this.options = options;
    this.limits = resolveLimits(options.limits);
    this.measuring = options.profile === true ? measuringCost() : undefined;
    this.platform = options.platform ?? systemPlatform();
    this.log = createLog(options, (error) => this.stopRun(threw('onLog', error)));
    this.outputs = new OutputSet(options.outputs ?? []);
    this.chain = new Chain(this.limits.maxPacketRows, this.clock, (packet) => this.outputs.deliver(packet));
    this.timers = new Timers(this.platform, (...tick) => this.tick(...tick));
    this.sources = new SourceSet(options.sources, this.registry, this.limits);
    this.done = new Promise((resolve) => (this.resolveDone = resolve));
  }

  /** Counts so far. */
  get stats(): RunStats {
    return {
      gadgets: this.chain.gadgets.map((gadget) => gadget.snapshot()),
      sources: this.chain.sourceStats(),
    };
  }

  /** Where the time of the gadgets went so far; undefined unless the option `profile` asked for it. */
  get profile(): RunProfile | undefined {
    if (this.measuring === undefined) return undefined;
    return {
      gadgets: this.profiles.map((profile) => profile()).filter((profile) => profile !== undefined),
      measuringNs: Math.round(this.measuring.whole * 1e6),
    };
  }

  /** The data sources, with their fields; complete once started. */
  get dataSources(): readonly DataSource[] {
    return [...this.registry];
  }

  /** The end to push rows into, of a source that was given as a schema. Throws `E_SOURCE_UNKNOWN`. */
  source(name: string): SourceInput {
    return this.sources.input(name);
  }

  /**
   * Packets of a source as they leave the chain. Ask before start. While nobody takes them the run waits: this is the
   * back-pressure. Leaving the loop gives up the output, the run goes on.
   */
  output(name: string): PacketIterable {
    if (this.state !== 'made') throw new GadgetError('E_USAGE', 'ask for outputs before run.start()');
    const output = iterableOutput({ source: name });
    this.outputs.add(output);
    return output;
  }

  /** @internal A place at the end of the chain; the gadget's exports come with {@link occupy}. */
  reserve(spec: GadgetSpec & { name: string }): Place {
    if (this.state !== 'made') throw new GadgetError('E_USAGE', 'gadgets are added before run.start()');
    const place = this.reserved.push(spec.name) - 1;
    this.notes[place] = spec.annotations;
    let gadget: Gadget | undefined;
    const { limits, platform, log } = this;
    const quota = new LogQuota({ name: spec.name, limits, platform, log });
    this.quotas.push(quota);
    const services = guestServices({
      name: spec.name,
      params: new Map(Object.entries({ ...this.options.params, ...spec.params })),
      registry: this.registry,
      limits,
      platform,
      log,
      quota,
      emit: (draft) => gadget!.emit(draft),
      startTimer: (id, ms, firesOnce) => this.timers.add(gadget!, id, ms, firesOnce),
      stopTimer: (id) => this.timers.cancel(gadget!, id),
      unsubscribed: (source) => this.chain.unsubscribed(source),
    });
    const guest = new Guest(spec.name, place, services);
    const previewApi = this.options.previewApi === true;
    const meter = this.measuring && new CallMeter(spec.name, this.measuring);
    if (meter !== undefined) this.profiles[place] = () => meter.snapshot();
    const seat = (hooks: Hooks, watch?: CallWatch, allowance?: Allowance, usage?: Usage): Gadget => {
      const context = {
        maxQueuedPackets: this.limits.maxQueuedPackets,
        maxEmitDepth: this.limits.maxEmitDepth,
        maxLogBytes: this.limits.maxLogBytes,
        logsHeldBack: () => quota.heldBack,
        queued: () => this.chain.queued,
        enqueue: (packet: Packet, depth: number) => this.chain.enqueue(packet, depth),
        report: (report: FailureReport) => this.report(report),
        watch,
        clock: this.clock,
      };
      gadget = new Gadget(guest, hooks, spec.onFailure ?? 'discard', context, allowance, usage);
      this.chain.gadgets[place] = gadget;
      return gadget;
    };
    const occupy: Place['occupy'] = (exports, allowance) => {
      const hooks = fuelled(hooksOf(exports, spec.name, { previewApi, meter }), allowance?.fuel);
      const measured = meter === undefined ? hooks : meteredHooks(hooks, meter);
      return seat(measured, this.options.watch, allowance);
    };
    const isolate = (bindings: Bindings, deadlines: Readonly<CallDeadlines>): IsolatedGadget => {
      const isolated = new IsolatedGadget({
        guest,
        deadlines,
        emitRoom: () => gadget?.emitRoom ?? { queued: 0, depth: 0 },
        onWarning: (message) => this.log.host('warn', message),
        platform: this.options.platform,
        bindings,
        previewApi,
        levels: levels.filter((level) => this.log.enabled(level)),
        measuring: this.measuring,
      });
      this.isolated.push(isolated);
      this.profiles[place] = () => isolated.profile();
      return isolated;
    };
    // Its thread has a watch of its own: the deadlines.
    const settle: Place['settle'] = (hooks, usage) => seat(hooks, undefined, undefined, usage);
    return { guest, meter, previewApi, occupy, isolate, settle };
  }

  /** @internal Ends the threads of gadgets, and tells what they had left to say. */
  async abandon(): Promise<void> {
    await Promise.all(this.isolated.map((gadget) => gadget.close()));
    for (const quota of this.quotas) quota.end();
  }

  /**
   * Opens the sources, initialises and starts every gadget in order, and lets rows flow. Resolves when they do; rejects
   * with the failure when a source can't be opened or an init or start fails, and then everything has been closed.
   */
  start(): Promise<void> {
    this.starting ??= this.begin();
    return this.starting;
  }

  private async begin(): Promise<void> {
    if (this.state !== 'made') throw new GadgetError('E_USAGE', 'a run starts once');
    const missing = this.reserved.find((_, place) => this.chain.gadgets[place] === undefined);
    if (missing !== undefined) {
      throw new GadgetError('E_USAGE', `${missing} has a place in the chain but no exports`, {
        hint: 'give the instance to run.attach(imports, exports) before run.start()',
      });
    }
    this.state = 'starting';
    if (this.options.signal?.aborted === true) this.endEarly('interrupted');
    this.options.signal?.addEventListener('abort', () => void this.close(), { once: true });
    try {
      await this.sources.open(this.abort.signal);
      if (this.abort.signal.aborted) return;
      for (const gadget of this.chain.gadgets) {
        gadget.init('run');
        for (const unknown of annotate(this.registry, this.notes[gadget.guest.place])) {
          this.log.host('warn', `${gadget.name}: there is no field ${unknown} to annotate`);
        }
      }
      this.outputs.choose(this.registry);
      for (const gadget of this.chain.gadgets) gadget.start();
    } catch (error) {
      this.stopRun(error);
      await this.finish();
      throw this.failure;
    }
    this.state = 'running';
    this.flows = true;
    await this.work(() => this.chain.drain());
    this.timers.start();
    void this.flow();
  }

  /** Ends the run: sources end, what is on its way passes, gadgets stop, outputs close. Any number of times. */
  async close(): Promise<RunResult> {
    this.endEarly('interrupted');
    // Who waits for the end takes no more packets: nobody may wait for that one.
    this.outputs.release();
    await this.starting?.catch(nothing);
    return this.finish();
  }

  /** Runs until all sources have ended; without sources, while there are timers. */
  private async flow(): Promise<void> {
    const { timeoutMs } = this.options;
    const timer = timeoutMs === undefined ? undefined : setTimeout(() => void this.close(), timeoutMs);
    await this.sources.run(this.abort.signal, {
      push: (packet) => this.push(packet),
      problem: (name, problem) => this.problem(name, problem),
      failed: (error) => this.stopRun(error),
    });
    if (this.sources.size === 0 && this.timers.size > 0) await aborted(this.abort.signal);
    clearTimeout(timer);
    await this.finish();
  }

  private push(packet: Packet): void | Promise<void> {
    const { maxSnapshotRows } = this.limits;
    if (packet.source.delivery === 'snapshots' && packet.length > maxSnapshotRows) {
      const rows = `${packet.length} rows in one snapshot of ${packet.source.name}`;
      throw new GadgetError('E_LIMIT', `${rows}, ${maxSnapshotRows} are the most (maxSnapshotRows)`, {
        blame: 'user',
      });
    }
    return this.lane.run(() => {
      if (packet.length === 0 && packet.source.delivery === 'events') return;
      return this.chain.run(packet);
    });
  }

  private tick(gadget: Gadget, timer: number, begins: () => Lateness): Promise<void> {
    return this.work(() => {
      const lateness = begins();
      // The run may be ending, which takes its turn behind this.
      if (this.abort.signal.aborted) return;
      gadget.tick(timer, lateness);
      const draining = this.chain.drain();
      if (draining !== undefined) return draining.then(() => this.endWithoutTimers());
      this.endWithoutTimers();
    });
  }

  /** Without sources only timers bring anything; when the last is gone nothing comes any more. */
  private endWithoutTimers(): void {
    if (this.sources.size === 0 && this.timers.size === 0) this.abort.abort();
  }

  /** What nobody outside waits for: its failure ends the run. */
  private async work(work: LaneWork): Promise<void> {
    try {
      await this.lane.run(work);
    } catch (error) {
      this.stopRun(error);
    }
  }

  private problem(name: string, problem: SourceProblem): void {
    const stats = this.chain.statsOf({ name });
    const source = this.registry.get(name)!;
    if (problem.kind === 'lost') this.chain.lose(source, 'overflow', problem.count);
    else if (problem.kind === 'malformed') this.chain.lose(source, 'unreadable', problem.count);
    if (problem.kind === 'malformed') stats.malformed += problem.count;
    else if (problem.kind === 'wrong-type') stats.wrongType += problem.count;
    else if (problem.kind === 'unknown-field') stats.unknownField += problem.count;
    else stats.lost += problem.count;
    if (problem.message !== '') this.log.host('warn', `${name}: ${problem.message}`);
  }

  private report(report: FailureReport): void {
    this.failures++;
    this.failure ??= report.error;
    try {
      this.options.onFailure?.(report);
    } catch (error) {
      this.stopRun(threw('onFailure', error));
    }
    if (report.policy === 'stop-run' && report.hook !== 'stop') this.endEarly('failed');
  }

  /** Something outside the gadgets failed: no more rows, but what can be finished is. */
  private stopRun(error: unknown): void {
    this.fail(error);
    this.endEarly('failed');
  }

  private endEarly(reason: StopReason): void {
    this.stopReason ??= reason;
    this.abort.abort();
  }

  private fail(error: unknown): void {
    this.failure ??= isGadgetError(error)
      ? error
      : new GadgetError('E_INTERNAL', messageOf(error), { cause: error, hint: 'please report this' });
  }

  private finish(): Promise<RunResult> {
    this.ending ??= this.end();
    return this.ending;
  }

  private async end(): Promise<RunResult> {
    this.state = 'ending';
    this.endEarly('finished');
    this.timers.stop();
    await this.lane.run(async () => {
      await this.stopGadgets(this.stopReason ?? 'other');
      await this.outputs.close().catch((error: unknown) => this.fail(error));
    });
    for (const error of await this.sources.close()) this.fail(error);
    await this.abandon();
    this.state = 'ended';
    const result = { failure: this.failure, failures: this.failures, stats: this.stats };
    this.resolveDone(result);
    return result;
  }

  /** Upstream first; what one emits reaches those behind it before their own stop, unless some have never started. */
  private async stopGadgets(reason: StopReason): Promise<void> {
    for (const gadget of this.chain.gadgets) {
      gadget.stop(reason);
      if (!this.flows) this.chain.clear();
      try {
        await this.chain.drain();
      } catch (error) {
        this.fail(error);
        this.chain.clear();
      }
    }
  }
}

function nothing(): void {}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
