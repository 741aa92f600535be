import type { Packet } from '../api/packet.ts';
import type { StopReason } from '../api/stop-reason.ts';
import type { Context } from './context.ts';
import { purposes, stopReasons, verdicts } from './enums.ts';
import { Call, type HookExports } from './exports.ts';
import type { InterfaceMatch } from './plan.ts';

type Core = Readonly<Record<string, unknown>>;

/** Makes the hooks that a core module exports as 2.0, as the run calls them. */
export function hookExportsV2(cx: Context, core: Core, matches: readonly InterfaceMatch[]): HookExports {
  const hooks: Record<string, Readonly<Record<string, unknown>>> = {};
  for (const { need, interface: name } of matches) {
    const hook = (func: string): Call => new Call(cx, core, `${need}#${func}`);
    if (name === 'lifecycle') hooks[name] = lifecycle(hook);
    else if (name === 'handler') hooks[name] = handler(cx, hook('on-packet'));
    else if (name === 'ticker') hooks[name] = ticker(cx, core, `${need}#on-tick`);
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
    stop: (reason: StopReason) => void stop.run(stopReasons.indexOf(reason), 0, 0),
  };
}

function handler(cx: Context, onPacket: Call): Readonly<Record<string, unknown>> {
  return {
    onPacket: (subscription: number, packet: Packet): 'keep' | 'discard' => {
      onPacket.check();
      return verdicts[onPacket.enter(subscription, cx.handles.addPacket(packet), verdicts.length)]!;
    },
  };
}

/** A tick has one argument more than other hooks, and a wide one. */
function ticker(cx: Context, core: Core, name: string): Readonly<Record<string, unknown>> {
  const onTick = core[name] as (timer: number, due: bigint, merged: number) => number;
  const tick = { due: 0n, merged: 0 };
  const entered = { ...core, [name]: (timer: number) => onTick(timer, tick.due, tick.merged) };
  const call = new Call(cx, entered, name);
  return {
    onTick: (timer: number, due: bigint, merged: number) => {
      tick.due = due;
      tick.merged = merged;
      call.run(timer, 0, 0);
    },
  };
}
