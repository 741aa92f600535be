import type { Gadget } from './gadget.ts';
import type { Platform } from './options.ts';

/** For when a tick was due, and what became of the ones behind it. */
export interface Lateness {
  /** Nanoseconds of the monotonic clock. */
  due: bigint;
  /** How many more came due since, and are merged into it. */
  merged: number;
}

/** Runs a tick when the chain is free; says when it begins, and is told how late that is. */
export type Tick = (gadget: Gadget, timer: number, begins: () => Lateness) => Promise<void>;

interface Timer {
  gadget: Gadget;
  id: number;
  ms: number;
  firesOnce: boolean;
}

/** The timers of all gadgets. They are made in any phase and begin to run with {@link start}. */
export class Timers {
  private readonly platform: Platform;
  private readonly tick: Tick;
  private readonly timers = new Map<string, Timer>();
  private readonly takeBack = new Map<string, () => void>();
  private running = false;

  constructor(platform: Platform, tick: Tick) {
    this.platform = platform;
    this.tick = tick;
  }

  /** How many may still fire. */
  get size(): number {
    return [...this.timers.values()].reduce((count, { gadget }) => (gadget.dead ? count : count + 1), 0);
  }

  add(gadget: Gadget, id: number, ms: number, firesOnce: boolean): void {
    const key = keyOf(gadget, id);
    this.timers.set(key, { gadget, id, ms, firesOnce });
    if (this.running) this.schedule(key, this.now() + ms);
  }

  cancel(gadget: Gadget, id: number): void {
    const key = keyOf(gadget, id);
    this.timers.delete(key);
    this.takeBack.get(key)?.();
    this.takeBack.delete(key);
  }

  /** All those of a gadget. */
  drop(gadget: Gadget): void {
    for (const each of [...this.timers.values()]) if (each.gadget === gadget) this.cancel(gadget, each.id);
  }

  start(): void {
    this.running = true;
    const now = this.now();
    for (const [key, { ms }] of this.timers) this.schedule(key, now + ms);
  }

  stop(): void {
    this.running = false;
    for (const takeBack of this.takeBack.values()) takeBack();
    this.takeBack.clear();
    this.timers.clear();
  }

  private schedule(key: string, dueMs: number): void {
    const wait = Math.max(0, dueMs - this.now());
    // setTimeout takes 31 bits of milliseconds; a longer interval waits in steps.
    const step = Math.min(wait, 0x7fff_ffff);
    this.takeBack.set(
      key,
      this.platform.setTimer(Math.ceil(step), () => {
        if (step < wait) this.schedule(key, dueMs);
        else void this.due(key, dueMs);
      }),
    );
  }

  /** What came due until this tick begins is merged with it; the next one is the first due after that. */
  private async due(key: string, dueMs: number): Promise<void> {
    const timer = this.timers.get(key);
    if (timer === undefined) return;
    let next = dueMs + timer.ms;
    await this.tick(timer.gadget, timer.id, () => {
      const late = Math.max(0, this.now() - dueMs);
      const passed = Math.floor(late / timer.ms);
      next = dueMs + (passed + 1) * timer.ms;
      const due = BigInt(Math.floor(dueMs * 1e6));
      if (!timer.firesOnce) return { due, merged: Math.min(passed, 0xffff_ffff) };
      this.cancel(timer.gadget, timer.id);
      return { due, merged: 0 };
    });
    if (!this.running || this.timers.get(key) !== timer || timer.gadget.dead) return;
    this.schedule(key, next);
  }

  private now(): number {
    return Number(this.platform.monotonicNs()) / 1e6;
  }
}

function keyOf(gadget: Gadget, id: number): string {
  return `${gadget.guest.place}:${id}`;
}
