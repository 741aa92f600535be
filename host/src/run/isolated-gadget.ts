import { cut } from '../api/cut.ts';
import type { Guest } from '../api/guest.ts';
import type { Packet as PacketHandle } from '../api/packet.ts';
import { isGadgetError, messageOf, ofGadget } from '../errors.ts';
import type { NoReply, Reply, Requests } from '../isolate/calling-end.ts';
import { writePacket } from '../isolate/draft-frame.ts';
import { FrameWriter } from '../isolate/frame-writer.ts';
import { schemaState } from '../isolate/schema-state.ts';
import type { GadgetProfile } from '../profile.ts';
import { reviveError } from '../revive-error.ts';
import { type Answer, applyAnswer } from './apply-answer.ts';
import { isTrap, KnownFailure } from './call-error.ts';
import { GuestThread } from './guest-thread.ts';
import type { Hooks } from './hooks.ts';
import type { PreparedComponent } from './link-component.ts';
import { type IsolationParts, loadMessage } from './load-message.ts';
import { brokenThread, lateness, outOfHeap } from './thread-failures.ts';
import { checkedLogMessage } from './told-log.ts';
import {
  type AllowanceTerms,
  type AnswerAside,
  type CallAside,
  callNames,
  hookNames,
  type Loaded,
  phases,
} from './thread-protocol.ts';

type HookCall = keyof typeof hookNames;

/**
 * An instance of a gadget, in a thread of the gadget's own. Its {@link hooks} look to the run as those of any other: they block until the guest has
 * answered, and what it did there is done here. When it does not answer in time its thread is ended, and it is dead.
 */
export class IsolatedGadget {
  /** What its instance uses, as of its last call. */
  readonly usage: { memoryBytes: number; fuel: { used: number } | undefined } = {
    memoryBytes: 0,
    fuel: undefined,
  };
  private readonly isolation: IsolationParts;
  private readonly guest: Guest;
  private readonly thread: GuestThread;
  private readonly frame = new FrameWriter();
  private loaded = false;
  /** Whether it trapped: nobody calls it any more, but its thread is fine. */
  private fallen = false;
  private measured: GadgetProfile | undefined;

  /** Starts a thread, which reads its code while the component is prepared; or takes one that another instance has left. */
  constructor(isolation: IsolationParts, left?: GuestThread) {
    this.isolation = isolation;
    this.guest = isolation.guest;
    const requests: Requests = {
      told: (message) => this.log(message),
      asked: (question) => this.answer(question),
    };
    left?.passTo(requests);
    this.thread = left ?? new GuestThread(this.guest.limits.maxThreadHeapBytes, requests);
  }

  /**
   * Makes the instance there; gives its hooks. Rejects as loading a component does, with E_DEADLINE when what its modules do at
   * their start does not end, and with E_USAGE for a provider that is no module.
   */
  async load(prepared: PreparedComponent, allowance: AllowanceTerms): Promise<Hooks> {
    const { name } = this.guest;
    const message = await loadMessage(this.isolation, prepared, allowance);
    if (allowance.fuel !== undefined) this.usage.fuel = { used: 0 };
    const limitMs = this.isolation.deadlines.instantiate;
    await this.thread.worker.begun;
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      void this.thread.kill();
    }, limitMs);
    try {
      const loaded = (await this.thread.worker.converse(message)) as Loaded;
      if ('error' in loaded) throw reviveError(loaded.error);
      for (const warning of loaded.warnings) {
        this.isolation.onWarning(cut(String(warning), this.guest.limits.maxLogBytes));
      }
      for (const told of loaded.messages) this.log(told);
      this.usage.memoryBytes = Number(loaded.memoryBytes);
      this.loaded = true;
      return this.hooks(loaded.hooks);
    } catch (error) {
      void this.thread.kill();
      if (late) throw lateness(name, 'instantiate', limitMs);
      if (isGadgetError(error)) throw ofGadget(error, name);
      throw brokenThread(name, 'instantiate', messageOf(error));
    } finally {
      clearTimeout(timer);
    }
  }

  /** Where its time went; undefined when it is not measured. */
  profile(): GadgetProfile | undefined {
    if (this.thread.ended || !this.loaded || this.isolation.measuring === undefined) return this.measured;
    const reply = this.order('profile');
    if (typeof reply !== 'string') this.measured = (reply.aside as AnswerAside).profile;
    return this.measured;
  }

  /** Leaves its thread to another instance, if that has not been ended. */
  leave(): GuestThread | undefined {
    this.profile();
    if (this.thread.ended || !this.loaded) return undefined;
    this.loaded = false;
    if (typeof this.order('leave') !== 'string') return this.thread;
    void this.thread.kill();
    return undefined;
  }

  /** Ends the thread. */
  async close(): Promise<void> {
    this.profile();
    await this.thread.kill();
    this.thread.end.close();
  }

  /** What is no hook. */
  private order(name: 'profile' | 'leave'): Reply | NoReply {
    const frame = this.frame.clear();
    this.head(frame, name);
    return this.thread.end.call(frame, undefined, this.isolation.deadlines.stop);
  }

  private hooks(names: readonly string[]): Hooks {
    const told =
      (name: Exclude<HookCall, 'onPacket'>) =>
      (...args: readonly unknown[]): void =>
        this.tell(name, args);
    return {
      init: told('init'),
      start: told('start'),
      stop: told('stop'),
      onPacket: names.includes('onPacket')
        ? (subscription, packet) => this.packet(subscription, packet)
        : undefined,
      onTick: names.includes('onTick') ? told('onTick') : undefined,
      onLoss: names.includes('onLoss') ? told('onLoss') : undefined,
    };
  }

  private tell(name: Exclude<HookCall, 'onPacket'>, args: readonly unknown[]): void {
    const frame = this.frame.clear();
    this.head(frame, name);
    const declares = name === 'init' || name === 'start';
    const schema = declares ? schemaState(this.guest.services.registry) : undefined;
    const aside: CallAside = { args, schema };
    const reply = this.call(name, frame, aside);
    this.apply(name, reply, undefined);
  }

  private packet(subscription: number, handle: PacketHandle): unknown {
    const { registry } = this.guest.services;
    const packet = handle.draft!.packet!;
    const frame = this.frame.clear();
    this.head(frame, 'onPacket');
    frame.word(subscription);
    frame.word(registry.placeOf(packet.source));
    writePacket(frame, packet);
    return this.apply('onPacket', this.call('onPacket', frame, undefined), handle);
  }

  private head(frame: FrameWriter, name: (typeof callNames)[number]): void {
    const { queued, depth } = this.isolation.emitRoom();
    frame.word(callNames.indexOf(name));
    frame.word(phases.indexOf(this.guest.phase));
    frame.word(queued);
    frame.word(depth);
  }

  private call(name: HookCall, frame: FrameWriter, aside: unknown): Reply {
    const hook = hookNames[name];
    const limitMs = this.isolation.deadlines[hook];
    if (this.thread.ended || this.fallen)
      throw new KnownFailure(brokenThread(this.guest.name, hook, 'it was ended before'));
    let reply: Reply | NoReply;
    try {
      reply = this.thread.end.call(frame, aside, limitMs);
    } catch (error) {
      throw this.impossible(hook, error);
    }
    if (typeof reply !== 'string') return reply;
    void this.thread.kill();
    this.thread.end.lastWords();
    if (reply === 'late') throw new KnownFailure(lateness(this.guest.name, hook, limitMs));
    if (reply === 'mute') throw this.impossible(hook, new RangeError('no answer'));
    throw new KnownFailure(outOfHeap(this.guest.name, hook, this.guest.limits.maxThreadHeapBytes));
  }

  /** Does here what the guest did there; gives its verdict. */
  private apply(name: HookCall, reply: Reply, handle: PacketHandle | undefined): unknown {
    const hook = hookNames[name];
    let answer: Answer;
    try {
      answer = applyAnswer(this.guest, reply, handle, name === 'init');
    } catch (error) {
      throw this.impossible(hook, error);
    }
    const { verdict, failure, memoryBytes, fuelUsed } = answer;
    this.usage.memoryBytes = memoryBytes;
    if (this.usage.fuel !== undefined) this.usage.fuel.used = fuelUsed;
    if (failure === undefined) return verdict;
    this.fallen = isTrap(failure);
    throw new KnownFailure(failure);
  }

  private log(message: unknown): void {
    const { services, limits } = this.guest;
    const checked = checkedLogMessage(message, limits);
    if (checked !== undefined) services.log(checked.level, checked.message, checked.attributes);
  }

  private answer(question: unknown): unknown {
    const { platform } = this.isolation;
    if (question === 'wallNs') return platform?.wallNs();
    return question === 'monotonicNs' ? platform?.monotonicNs() : undefined;
  }

  private impossible(hook: string, error: unknown): KnownFailure {
    void this.thread.kill();
    const why = `it answered what no gadget can: ${messageOf(error)}`;
    return new KnownFailure(brokenThread(this.guest.name, hook, why));
  }
}
