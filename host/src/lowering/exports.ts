import { ApiFailure } from '../api/failure.ts';
import type { Packet } from '../api/packet.ts';
import type { LossCause } from '../generated/gadget-api-losses.ts';
import type { Context } from './context.ts';
import { lossCauses, purposes, verdicts } from './enums.ts';
import type { InterfaceMatch } from './plan.ts';
import { Trap } from './trap.ts';

/** What the host calls, shaped as jco shapes it. A hook that answers an error throws an `ApiFailure`. */
export type HookExports = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

type CoreHook = (a?: number, b?: number | bigint, c?: number) => number;
type PostReturn = (pointer: number) => void;

/** Where a `result` with nothing wider than 4 bytes keeps its payload, and how long it is. */
const payload = 4;
const resultSize = 16;

/** Makes the hooks from a core module's exports. */
export function hookExports(
  cx: Context,
  core: Readonly<Record<string, unknown>>,
  matches: readonly InterfaceMatch[],
): HookExports {
  const hooks: Record<string, Readonly<Record<string, unknown>>> = {};
  for (const { need, interface: name } of matches) {
    const hook = (func: string): Call => new Call(cx, core, `${need}#${func}`);
    if (name === 'lifecycle') hooks[name] = lifecycle(hook);
    else if (name === 'handler') hooks[name] = handler(cx, hook('on-packet'));
    else if (name === 'ticker') hooks[name] = ticker(hook('on-tick'));
    else if (name === 'losses') hooks[name] = losses(hook('on-loss'));
  }
  return hooks;
}

function lifecycle(hook: (name: string) => Call): Readonly<Record<string, unknown>> {
  const init = hook('init');
  const start = hook('start');
  const stop = hook('stop');
  return {
    init: (purpose: 'inspect' | 'run') => void init.run(purposes.indexOf(purpose), 0, 0),
    start: () => void start.run(0, 0, 0),
    stop: () => void stop.run(0, 0, 0),
  };
}

/** Packets come to hooks of each major in the same way. */
export function handler(cx: Context, onPacket: Call): Readonly<Record<string, unknown>> {
  return {
    onPacket: (subscription: number, packet: Packet): 'keep' | 'discard' => {
      onPacket.check();
      return verdicts[onPacket.enter(subscription, cx.handles.addPacket(packet), verdicts.length)]!;
    },
  };
}

function ticker(onTick: Call): Readonly<Record<string, unknown>> {
  return { onTick: (timer: number) => void onTick.run(timer, 0, 0) };
}

function losses(onLoss: Call): Readonly<Record<string, unknown>> {
  return {
    onLoss: (subscription: number, rows: number, cause: LossCause) =>
      void onLoss.run(subscription, rows, 0, lossCauses.indexOf(cause)),
  };
}

/** One exported function that answers a `result` with nothing or an enum, or an error. */
export class Call {
  private readonly cx: Context;
  private readonly hook: CoreHook;
  private readonly postReturn: PostReturn | undefined;

  constructor(cx: Context, core: Readonly<Record<string, unknown>>, name: string) {
    this.cx = cx;
    this.hook = core[name] as CoreHook;
    this.postReturn = core[`cabi_post_${name}`] as PostReturn | undefined;
  }

  /** Throws unless the instance may be entered. */
  check(): void {
    const { state } = this.cx;
    if (state.dead !== undefined) throw new Trap('the instance is dead', { cause: state.dead });
    if (state.entered) throw state.trap('the instance was entered while it was running');
  }

  /** {@link check} and {@link enter}. */
  run(a: number, b: number | bigint, cases: number, c: number = 0): number {
    this.check();
    return this.enter(a, b, cases, c);
  }

  /**
   * Enters the guest, which has been checked; gives the number of the case answered, of `cases` (0: there is no payload).
   */
  enter(a: number, b: number | bigint, cases: number, c: number = 0): number {
    const { state, memory, words } = this.cx;
    words.clear();
    state.entered = true;
    try {
      // Arguments that a hook does not have are dropped, at no cost.
      const pointer = this.hook(a, b, c);
      // A guest can catch what a host function threw, and go on as if nothing were.
      if (state.dead !== undefined) throw state.dead;
      const at = memory.range(pointer, resultSize, payload);
      const tag = memory.u8[at]!;
      if (tag > 1) throw state.trap(`a result has no case ${tag}`);
      if (tag === 1) throw this.failure(at + payload, pointer);
      const answer = cases === 0 ? 0 : memory.u8[at + payload]!;
      if (answer >= cases && cases > 0) throw state.trap(`an enum has no case ${answer}`);
      this.end(pointer);
      return answer;
    } catch (thrown) {
      if (thrown instanceof ApiFailure) throw thrown;
      throw this.fallen(thrown);
    } finally {
      state.entered = false;
    }
  }

  private failure(at: number, pointer: number): ApiFailure {
    const error = this.cx.liftError(at);
    this.end(pointer);
    return new ApiFailure(error);
  }

  /** The guest frees what it answered. */
  private end(pointer: number): void {
    if (this.postReturn === undefined) return;
    const { state } = this.cx;
    state.mayLeave = false;
    this.postReturn(pointer);
    if (state.dead !== undefined) throw state.dead;
    state.mayLeave = true;
  }

  /** The instance is dead; its last words say more than the engine's. */
  private fallen(thrown: unknown): unknown {
    const { state, words } = this.cx;
    state.die(thrown);
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    const full = words.after(reason);
    return full === reason ? thrown : new Trap(full, { cause: thrown });
  }
}
