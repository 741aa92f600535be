import { Guest, type Services } from '../api/guest.ts';
import { Packet as PacketHandle } from '../api/packet.ts';
import type { CallMeter } from '../call-meter.ts';
import type { Allowance } from '../component/bounds/allowance.ts';
import { pageBytes } from '../component/bounds/caps.ts';
import { Draft } from '../data/draft.ts';
import { Registry } from '../data/registry.ts';
import type { GadgetError } from '../errors.ts';
import type { AnsweringEnd, Call } from '../isolate/answering-end.ts';
import { readPacket, writeDraft } from '../isolate/draft-frame.ts';
import { FrameWriter } from '../isolate/frame-writer.ts';
import { followSchema, schemaState } from '../isolate/schema-state.ts';
import { errorRecord } from '../revive-error.ts';
import { callError, isTrap } from './call-error.ts';
import { type EmitRoom, emitRefusal } from './emit-room.ts';
import type { Hooks } from './hooks.ts';
import { systemPlatform } from './platform.ts';
import {
  type AnswerAside,
  type CallAside,
  callNames,
  hookNames,
  type LoadMessage,
  type LogMessage,
  phases,
} from './thread-protocol.ts';

/** While a gadget is loaded nobody takes messages; so many are kept. */
const mostEarlyMessages = 256;

/** A gadget in its own thread: has the guest there, and answers the calls of the thread of the run. */
export class GuestCalls {
  readonly guest: Guest;
  /** Messages of the time before the first call. */
  readonly early: LogMessage[] = [];
  /** How many more there were. */
  earlyLeftOut = 0;
  private readonly end: AnsweringEnd;
  private readonly load: LoadMessage;
  private readonly allowance: Allowance;
  private readonly registry = new Registry();
  private readonly frame = new FrameWriter();
  private readonly emitted: Draft[] = [];
  /** Milliseconds, by timer. */
  private readonly intervals = new Map<number, number>();
  private room: EmitRoom = { queued: 0, depth: 0 };
  private serving = false;
  private timersChanged = false;
  private ended: number[] = [];

  constructor(end: AnsweringEnd, load: LoadMessage, allowance: Allowance) {
    this.end = end;
    this.allowance = allowance;
    this.load = load;
    this.guest = new Guest(load.name, load.place, this.services());
  }

  /** Answers calls until it is told to leave. */
  serve(hooks: Hooks, meter: CallMeter | undefined): void {
    const { guest } = this;
    guest.handlesPackets = hooks.onPacket !== undefined;
    guest.handlesTicks = hooks.onTick !== undefined;
    this.serving = true;
    while (this.answer(this.end.next(), hooks, meter)) continue;
  }

  /** Whether there is another call. */
  private answer({ frame, aside }: Call, hooks: Hooks, meter: CallMeter | undefined): boolean {
    const { guest } = this;
    const name = callNames[frame.word()]!;
    guest.phase = phases[frame.word()]!;
    this.room = { queued: frame.word(), depth: frame.word() };
    const reply = this.frame.clear();
    if (name === 'profile' || name === 'leave') {
      reply.word(0);
      this.end.answer(reply, { profile: meter?.snapshot() } satisfies AnswerAside);
      return name !== 'leave';
    }
    let error: GadgetError | undefined;
    let verdict: unknown;
    let handle: PacketHandle | undefined;
    let draft: Draft | undefined;
    try {
      if (name === 'onPacket') {
        const subscription = frame.word();
        draft = Draft.of(readPacket(frame, this.registry.at(frame.word())!));
        handle = new PacketHandle(guest, draft, false);
        guest.ledger.force();
        verdict = hooks.onPacket!(subscription, handle);
      } else this.call(name, hooks, aside as CallAside);
    } catch (thrown) {
      error = callError(guest.name, hookNames[name], thrown, guest.limits.maxLogBytes, this.allowance);
      if (isTrap(error)) guest.phase = 'over';
    }
    const { open, peak } = guest.ledger;
    reply.word(error === undefined ? 0 : 1);
    reply.word(verdict === 'discard' ? 1 : 0);
    reply.word(handle?.live === true ? 1 : 0);
    reply.word(open);
    reply.word(peak);
    this.tellUsage(reply);
    handle?.expire();
    if (error === undefined) {
      if (draft !== undefined) writeDraft(reply, draft, verdict !== 'discard');
      reply.word(this.emitted.length);
      for (const made of this.emitted) {
        reply.word(this.registry.placeOf(made.source));
        writeDraft(reply, made);
      }
    }
    this.end.answer(reply, this.news(error, name === 'init'));
    this.emitted.length = 0;
    return true;
  }

  private call(
    name: Exclude<(typeof callNames)[number], 'onPacket' | 'profile' | 'leave'>,
    hooks: Hooks,
    aside: CallAside,
  ): void {
    const { args, schema } = aside;
    if (schema !== undefined) followSchema(this.registry, schema);
    if (name === 'onTick') this.forget(args[0] as number);
    const hook = hooks[name] as ((...args: readonly unknown[]) => void) | undefined;
    hook?.(...args);
  }

  /** Pages of memory, and steps in two words. */
  private tellUsage(reply: FrameWriter): void {
    const { memoryBytes, fuel } = this.allowance;
    const used = fuel?.used ?? 0;
    reply.word(memoryBytes / pageBytes);
    reply.word(used % 2 ** 32);
    reply.word(Math.floor(used / 2 ** 32));
  }

  /** A timer that fires once is gone before the gadget hears of it. */
  private forget(timer: number): void {
    const { timers } = this.guest;
    if (timers.get(timer) === true) timers.delete(timer);
  }

  /** What the other thread must know besides numbers and columns. */
  private news(error: GadgetError | undefined, declares: boolean): AnswerAside | undefined {
    const { guest, registry, intervals, ended } = this;
    if (error === undefined && !declares && !this.timersChanged && ended.length === 0) return undefined;
    const news: AnswerAside = {};
    if (error !== undefined) news.failure = errorRecord(error);
    if (declares) {
      news.schema = schemaState(registry);
      news.subscriptions = guest.subscriptions.map(({ name }) => name);
    }
    if (this.timersChanged) {
      const all = [...guest.timers].map(([id, once]) => [id, intervals.get(id)!, once] as const);
      news.timers = { next: guest.nextTimer, all };
    }
    if (ended.length > 0) news.ended = ended;
    this.timersChanged = false;
    this.ended = [];
    return news;
  }

  private services(): Services {
    const { limits, params, seed, levels } = this.load;
    const shown: ReadonlySet<string> = new Set(levels);
    const clocks = this.clocks();
    return {
      registry: this.registry,
      limits,
      params: new Map(params),
      ...clocks,
      seed: () => seed,
      // A level that is none counts as the least severe.
      enabled: (level) => shown.has(level) || (shown.has('trace') && shown.size > 0),
      log: (level, message, attributes) => this.log({ level, message, attributes }),
      emit: (draft) => {
        const refusal = emitRefusal(this.room, this.emitted.length, limits);
        if (refusal !== undefined) throw refusal;
        this.emitted.push(draft);
      },
      startTimer: (id, milliseconds) => {
        this.intervals.set(id, milliseconds);
        this.timersChanged = true;
      },
      stopTimer: (id) => {
        this.intervals.delete(id);
        this.timersChanged = true;
      },
      unsubscribed: (source) => this.ended.push(this.guest.subscriptions.indexOf(source)),
      missed: () => {},
    };
  }

  private log(message: LogMessage): void {
    if (this.serving) this.end.tell(message);
    else if (this.early.length < mostEarlyMessages) this.early.push(message);
    else this.earlyLeftOut++;
  }

  private clocks(): Pick<Services, 'wallNs' | 'monotonicNs'> {
    const { clocks } = this.load;
    if (clocks === undefined) return systemPlatform();
    const ask = (question: 'wallNs' | 'monotonicNs'): bigint =>
      this.serving ? (this.end.ask(question) as bigint) : clocks[question];
    return { wallNs: () => ask('wallNs'), monotonicNs: () => ask('monotonicNs') };
  }
}
