import type { Guest } from '../api/guest.ts';
import type { Phase } from '../api/phase.ts';
import type { StopReason } from '../api/stop-reason.ts';
import { Packet as PacketHandle } from '../api/packet.ts';
import { Draft } from '../data/draft.ts';
import type { DataSource } from '../data/data-source.ts';
import type { Packet } from '../data/packet.ts';
import type { GadgetError } from '../errors.ts';
import type { LossCause } from '../generated/gadget-api-losses.ts';
import { lossCauses } from '../lowering/enums.ts';
import { callError, isTrap } from './call-error.ts';
import { type EmitRoom, emitRefusal } from './emit-room.ts';
import type { Hooks } from './hooks.ts';
import type { Life } from './life.ts';
import { Losses } from './losses.ts';
import type { CallWatch, FailurePolicy, FailureReport } from './options.ts';
import type { FailedRevival } from './revive.ts';
import type { SharedClock } from './shared-clock.ts';
import { GadgetTally } from './gadget-tally.ts';
import type { GadgetStats, StageStats } from './stats.ts';
import type { Lateness } from './timers.ts';

/** A failed call, as the gadget knows it. */
export type CallFailure = Omit<FailureReport, 'version' | 'digest' | 'backtrace'>;

/** What a gadget needs of the run it is in. */
export interface GadgetContext {
  readonly maxQueuedPackets: number;
  readonly maxEmitDepth: number;
  readonly maxLogBytes: number;
  /** Lines of its log that were held back so far. */
  logsHeldBack(): number;
  /** Packets waiting to enter the chain. */
  queued(): number;
  /** Sends a packet into its source's chain, behind what waits there. */
  enqueue(packet: Packet, depth: number): void;
  /**
   * The instance is finished. Tells in how many milliseconds there will be another one; undefined: there will be none, as is so without
   * `again`.
   */
  fell(again: boolean): number | undefined;
  report(report: CallFailure): void;
  /** Gets the packets that the gadget fails on, and how many it has received. */
  readonly keep: ((packet: Packet, error: GadgetError, number: number) => void) | undefined;
  readonly watch: CallWatch | undefined;
  /** Read at the end of every call. */
  readonly clock: SharedClock;
}

/** One gadget of a running chain: enters the guest, undoes failed calls, counts. */
export class Gadget {
  readonly policy: FailurePolicy;
  guest: Guest;
  /** Whether its instance is finished: until there is another one, its rows do not pass. */
  dead = false;
  private started = false;
  private life: Life;
  private hooks: Hooks;
  private readonly tally: GadgetTally;
  private readonly context: GadgetContext;
  private readonly emitted: Draft[] = [];
  private depth = 0;
  private losses = new Losses();
  /** Rows of the last packet that did not pass, as a call failed or the gadget is dead. */
  private failed = 0;

  constructor(life: Life, policy: FailurePolicy, context: GadgetContext) {
    this.life = life;
    this.guest = life.guest;
    this.hooks = life.hooks;
    this.policy = policy;
    this.context = context;
    this.tally = new GadgetTally(life.guest.name);
    tellHooks(life);
  }

  /** Takes another instance in the place of the one that has fallen. It is dead until {@link revived}. */
  replace(life: Life): void {
    this.tally.replaced(this.life);
    this.life = life;
    this.guest = life.guest;
    this.hooks = life.hooks;
    this.losses = new Losses();
    tellHooks(life);
  }

  /** The new instance has not started: it is dead as `guest` is. */
  remain(guest: Guest): void {
    this.dead = true;
    this.guest = guest;
  }

  /** There is no new instance, or it has not started. */
  failedToRevive({ hook, error }: FailedRevival): void {
    this.report({ hook, error, rows: 0 });
  }

  /** The new instance has started: rows pass again. */
  revived(): void {
    this.dead = false;
    this.tally.own.restarts++;
  }

  get name(): string {
    return this.guest.name;
  }

  /** Its subscription to a source that it gets packets of, or -1. */
  subscription(source: DataSource): number {
    return this.guest.subscription(source);
  }

  init(purpose: 'inspect' | 'run'): void {
    this.phase('init', () => this.hooks.init(purpose));
  }

  /** A failure is thrown. */
  start(): void {
    this.phase('start', () => this.hooks.start());
    this.guest.phase = 'running';
    this.started = true;
  }

  /** For who has started and lives, at most once; what it emitted is queued. A failure is reported. */
  stop(reason: StopReason): void {
    if (this.dead || !this.started) return;
    this.started = false;
    if (this.losses.pending > 0) {
      this.guest.subscriptions.forEach((_, subscription) => this.tellLosses(subscription, 0));
      if (this.dead) return;
    }
    try {
      this.phase('stop', () => this.hooks.stop(reason));
    } catch (error) {
      this.report({ hook: 'stop', error: error as GadgetError, rows: 0 });
    } finally {
      this.guest.phase = 'over';
    }
  }

  /** A timer is due. One that fires once is gone before the gadget hears of it: it may make another in its place. */
  tick(timer: number, { due, merged }: Lateness): void {
    const { timers, phase } = this.guest;
    if (this.dead || phase !== 'running' || !timers.has(timer)) return;
    if (timers.get(timer) === true) timers.delete(timer);
    this.tally.own.ticks++;
    const error = this.call('on-tick', 0, () => this.hooks.onTick?.(timer, due, merged));
    if (error !== undefined) this.report({ hook: 'on-tick', error, rows: 0 });
  }

  /**
   * Lets the gadget work on a packet of a source it subscribed to; gives what goes on, if anything does. The shared clock has
   * just been read.
   */
  handle(packet: Packet, subscription: number, depth: number): Packet | undefined {
    if (this.losses.pending > 0) {
      this.tellLosses(subscription, depth);
      if (!this.guest.isSubscribed(subscription)) return packet;
    }
    const stage = this.tally.stage(subscription, packet.source);
    stage.rowsIn += packet.length;
    if (this.dead) return this.passWhenDead(packet, stage);
    stage.packets++;
    const draft = Draft.of(packet);
    const handle = new PacketHandle(this.guest, draft, false);
    this.guest.ledger.force();
    const { onPacket } = this.hooks;
    let verdict: unknown;
    let error: GadgetError | undefined;
    const began = this.enter('on-packet', depth);
    try {
      verdict = onPacket?.(subscription, handle);
      if (this.emitted.length > 0) this.send(depth);
    } catch (thrown) {
      error = this.fallen('on-packet', thrown);
    } finally {
      this.leave(began);
    }
    if (handle.live && !this.dead) this.tally.own.handlesLeaked++;
    handle.expire();
    if (error !== undefined) return this.passFailed(packet, stage, error);
    if (verdict === 'discard') {
      this.tally.discarded(stage, draft);
      return undefined;
    }
    this.tally.passed(stage, draft);
    if (draft.live === 0 && packet.source.delivery === 'events') return undefined;
    return draft.finish();
  }

  /** Rows of a source it subscribed to will not come; it is told before the next packet of that source, or before it is stopped. */
  lose(subscription: number, cause: LossCause, rows: number): void {
    if (this.dead || this.hooks.onLoss === undefined || !this.guest.isSubscribed(subscription)) return;
    if (rows > 0) this.losses.add(subscription, cause, rows);
  }

  /** After {@link handle}: rows that it did not let pass because it failed, or is dead. Told once. */
  takeFailed(): number {
    const { failed } = this;
    this.failed = 0;
    return failed;
  }

  /** For the call that goes on. */
  get emitRoom(): EmitRoom {
    return { queued: this.context.queued(), depth: this.depth };
  }

  /** `packet.emit`: kept until the call has succeeded. */
  emit(draft: Draft): void {
    const refusal = emitRefusal(this.emitRoom, this.emitted.length, this.context);
    if (refusal !== undefined) throw refusal;
    this.emitted.push(draft);
  }

  snapshot(): GadgetStats {
    return this.tally.snapshot(this.life, this.dead, this.context.logsHeldBack());
  }

  /** Init, start and stop: a failure is thrown. */
  private phase(phase: Phase & ('init' | 'start' | 'stop'), hook: () => void): void {
    this.guest.phase = phase;
    const error = this.call(phase, 0, hook);
    if (error !== undefined) throw error;
  }

  private tellLosses(subscription: number, depth: number): void {
    for (const cause of lossCauses) {
      const rows = this.losses.take(subscription, cause);
      // It may have unsubscribed since they were counted, and a call before this one may have killed it.
      if (rows === 0 || this.dead || !this.guest.isSubscribed(subscription)) continue;
      const error = this.call('on-loss', depth, () => this.hooks.onLoss?.(subscription, rows, cause));
      const source = this.guest.subscriptions[subscription]!.name;
      if (error !== undefined) this.report({ hook: 'on-loss', error, source, rows: 0 });
    }
  }

  /** Init, start, stop, ticks and losses. */
  private call(hook: string, depth: number, run: () => void): GadgetError | undefined {
    this.context.clock.read();
    const began = this.enter(hook, depth);
    try {
      run();
      this.send(depth);
      return undefined;
    } catch (thrown) {
      return this.fallen(hook, thrown);
    } finally {
      this.leave(began);
    }
  }

  /** The guest is about to be entered; gives when. */
  private enter(hook: string, depth: number): number {
    const { watch, clock } = this.context;
    this.depth = depth;
    watch?.enter(this.guest.place, hook, clock.now);
    return clock.now;
  }

  private leave(began: number): void {
    const { watch, clock } = this.context;
    if (this.emitted.length > 0) this.emitted.length = 0;
    watch?.leave();
    this.tally.own.busyMs += clock.read() - began;
  }

  private fallen(hook: string, thrown: unknown): GadgetError {
    const error = callError(this.name, hook, thrown, this.context.maxLogBytes, this.life.allowance);
    if (isTrap(error)) {
      this.dead = true;
      this.guest.phase = 'over';
    }
    return error;
  }

  /** The call succeeded: what it emitted enters the chain. */
  private send(depth: number): void {
    for (const draft of this.emitted) {
      this.tally.sent(draft);
      if (draft.live === 0 && draft.source.delivery === 'events') continue;
      this.context.enqueue(draft.finish(), depth + 1);
    }
  }

  private passFailed(packet: Packet, stage: StageStats, error: GadgetError): Packet | undefined {
    const keeps = this.policy === 'keep' || this.policy === 'bypass';
    const { packets } = this.tally;
    this.context.keep?.(packet, error, packets);
    this.report({
      hook: 'on-packet',
      error,
      source: packet.source.name,
      packet: packets,
      rows: keeps ? 0 : packet.length,
    });
    return this.pass(packet, stage, keeps);
  }

  private passWhenDead(packet: Packet, stage: StageStats): Packet | undefined {
    return this.pass(packet, stage, this.policy === 'bypass');
  }

  private pass(packet: Packet, stage: StageStats, passes: boolean): Packet | undefined {
    this.tally.unhandled(stage, packet, passes);
    if (!passes) this.failed = packet.length;
    return passes ? packet : undefined;
  }

  private report(report: Omit<CallFailure, 'gadget' | 'policy' | 'restartMs'>): void {
    this.tally.own.failures++;
    const again = report.hook !== 'stop' && report.error.code !== 'E_RESTART_SCHEMA';
    const restartMs = this.dead ? this.context.fell(again) : undefined;
    this.context.report({
      ...report,
      gadget: this.name,
      policy: this.policy,
      ...(restartMs !== undefined && { restartMs }),
    });
  }
}

function tellHooks({ guest, hooks }: Life): void {
  guest.handlesPackets = hooks.onPacket !== undefined;
  guest.handlesTicks = hooks.onTick !== undefined;
}
