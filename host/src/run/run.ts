import type { StopReason } from '../api/stop-reason.ts';
import type { DataSource } from '../data/data-source.ts';
import type { Packet } from '../data/packet.ts';
import { Registry } from '../data/registry.ts';
import { type MeasuringCost, measuringCost } from '../call-meter.ts';
import { GadgetError, isGadgetError, messageOf } from '../errors.ts';
import { type Limits, resolveLimits } from '../limits.ts';
import { iterableOutput, type PacketIterable } from '../outputs/iterable.ts';
import type { RunProfile } from '../profile.ts';
import type { SourceProblem } from '../sources/source.ts';
import { Chain } from './chain.ts';
import { type Declarations, schemaNow, subscriptionsOf } from './declarations.ts';
import type { Gadget } from './gadget.ts';
import { Lane, type LaneWork } from './lane.ts';
import { createLog, type Log, threw } from './log.ts';
import {
  defaultMaxRestarts,
  type FailureReport,
  type GadgetSpec,
  type Platform,
  type RunOptions,
} from './options.ts';
import { OutputSet } from './output-set.ts';
import { Place } from './place.ts';
import { systemPlatform } from './platform.ts';
import type { Player } from './player.ts';
import type { SourceInput } from './pushed-source.ts';
import { Restarts } from './restarts.ts';
import { revive } from './revive.ts';
import { annotate } from './schema.ts';
import { SourceSet } from './source-set.ts';
import { SharedClock } from './shared-clock.ts';
import { type RunStats, sumSources } from './stats.ts';
import { type Lateness, Timers } from './timers.ts';

/** How a run ended. */
export interface RunResult {
  /** What ended it early, or the first failure of a gadget; nothing when all went well. */
  failure: GadgetError | undefined;
  /** Failed calls of all gadgets. */
  failures: number;
  stats: RunStats;
}

type State = 'made' | 'starting' | 'running' | 'ending' | 'ended';

/** A chain of gadgets with its sources and outputs, from init to stop. Made by `createRun`. */
export class Run {
  /** Resolves when the run has ended, whatever the reason; never rejects. */
  readonly done: Promise<RunResult>;
  private readonly registry = new Registry();
  private readonly limits: Readonly<Limits>;
  private readonly options: RunOptions;
  private readonly player: Player | undefined;
  private readonly platform: Platform;
  private readonly chain: Chain;
  private readonly clock = new SharedClock();
  private readonly lane = new Lane(this.clock);
  private readonly timers: Timers;
  private readonly outputs: OutputSet;
  private readonly sources: SourceSet;
  private readonly abort = new AbortController();
  private readonly log: Log;
  private readonly places: Place[] = [];
  /** Set when the run is profiled. */
  private readonly measuring: MeasuringCost | undefined;
  private readonly restarts: Restarts;
  /** Of the gadgets that can be started again, once they have declared. */
  private readonly declared = new Map<Place, Declarations>();
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
  constructor(options: RunOptions, player?: Player) {
    this.options = options;
    this.player = player;
    this.limits = resolveLimits(options.limits);
    this.measuring = options.profile === true ? measuringCost() : undefined;
    this.platform = options.platform ?? systemPlatform();
    this.log = createLog(options, (error) => this.stopRun(threw('onLog', error)));
    this.outputs = new OutputSet(options.outputs ?? []);
    this.chain = new Chain(this.limits.maxPacketRows, this.clock, (packet) => this.outputs.deliver(packet));
    this.timers = new Timers(this.platform, (...tick) => this.tick(...tick));
    this.sources = new SourceSet(options.sources, this.registry, this.limits);
    this.restarts = new Restarts({
      perMinute: options.maxRestarts ?? defaultMaxRestarts,
      platform: this.platform,
      begin: (place) => void this.work(() => this.revive(place)),
    });
    this.done = new Promise((resolve) => (this.resolveDone = resolve));
  }

  /** Counts so far. */
  get stats(): RunStats {
    const gadgets = this.chain.gadgets.map((gadget) => gadget.snapshot());
    return { gadgets, sources: sumSources(this.chain.sourceStats, gadgets) };
  }

  /** Where the time of the gadgets went so far; undefined unless the option `profile` asked for it. */
  get profile(): RunProfile | undefined {
    if (this.measuring === undefined) return undefined;
    return {
      gadgets: this.places.map((place) => place.profile()).filter((profile) => profile !== undefined),
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

  /** @internal A place at the end of the chain, whose gadget comes later. */
  reserve(spec: GadgetSpec & { name: string }): Place {
    if (this.state !== 'made') throw new GadgetError('E_USAGE', 'gadgets are added before run.start()');
    const { options, registry, limits, platform, log, chain, timers, clock, measuring, player } = this;
    const place = new Place(spec, this.places.length, {
      ...{ options, registry, limits, platform, log, chain, timers, clock, measuring, player },
      failed: (error) => this.stopRun(error),
      report: (report) => this.report(report),
      fell: (fallen, again) => this.fell(fallen, again),
    });
    this.places.push(place);
    return place;
  }

  /** @internal Ends the threads of gadgets, and tells what they had left to say. */
  async abandon(): Promise<void> {
    await Promise.all(this.places.map((place) => place.end()));
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
    const missing = this.places.find(({ gadget }) => gadget === undefined);
    if (missing !== undefined) {
      throw new GadgetError('E_USAGE', `${missing.name} has a place in the chain but no exports`, {
        hint: 'give the instance to run.attach(imports, exports) before run.start()',
      });
    }
    this.state = 'starting';
    if (this.options.signal?.aborted === true) this.endEarly('interrupted');
    this.options.signal?.addEventListener('abort', () => void this.close(), { once: true });
    try {
      await this.sources.open(this.abort.signal);
      if (this.abort.signal.aborted) return;
      this.initialise();
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

  private initialise(): void {
    let known: Declarations['after'] = [];
    for (const place of this.places) {
      const gadget = place.gadget!;
      const mayComeBack = this.restarts.allows(place);
      const before = mayComeBack ? schemaNow(this.registry, known) : known;
      gadget.init('run');
      if (mayComeBack) {
        known = schemaNow(this.registry, before);
        this.declared.set(place, { before, after: known, subscriptions: subscriptionsOf(gadget.guest) });
      }
      for (const unknown of annotate(this.registry, place.spec.annotations)) {
        this.log.host('warn', `${place.name}: there is no field ${unknown} to annotate`);
      }
    }
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
    if (this.player !== undefined) await this.play(this.player);
    await this.sources.run(this.abort.signal, {
      push: (packet) => this.push(packet),
      problem: (name, problem) => this.problem(name, problem),
      failed: (error) => this.stopRun(error),
    });
    if (this.sources.size === 0 && this.timers.size > 0) await aborted(this.abort.signal);
    clearTimeout(timer);
    await this.finish();
  }

  /** The packet that is given again. */
  private async play(player: Player): Promise<void> {
    try {
      await this.push(player.packet(this.registry));
    } catch (error) {
      this.stopRun(error);
    }
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
    if (this.sources.size === 0 && this.timers.size === 0 && this.restarts.pending === 0) this.abort.abort();
  }

  private fell(place: Place, again: boolean): number | undefined {
    this.timers.drop(place.gadget!);
    // What fell before all had started ends the run.
    const restartMs = this.flows && again ? this.restarts.fell(place) : undefined;
    if (restartMs === undefined) void place.release?.();
    return restartMs;
  }

  private async revive(place: Place): Promise<void> {
    if (this.abort.signal.aborted) return;
    const failed = await revive(place, this.registry, this.declared.get(place)!);
    this.restarts.over(place);
    if (failed === undefined) {
      this.chain.restarted();
      this.log.host('warn', `${place.name} has been started again`);
    } else place.gadget!.failedToRevive(failed);
    await this.chain.drain();
    this.endWithoutTimers();
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
    const { kind, count, message } = problem;
    const stats = this.chain.statsOf({ name });
    const source = this.registry.get(name)!;
    if (kind === 'wrong-type') stats.wrongType += count;
    else if (kind === 'unknown-field') stats.unknownField += count;
    else if (kind === 'malformed') {
      stats.malformed += count;
      this.chain.lose(source, 'unreadable', count);
    } else {
      stats.rows += count;
      stats.lost += count;
      this.chain.lose(source, 'overflow', count);
    }
    if (message !== '') this.log.host('warn', `${name}: ${message}`);
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
    this.restarts.stop();
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
