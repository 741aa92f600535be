import type { StopReason } from '../api/stop-reason.ts';
import type { Context } from './context.ts';
import { purposes, stopReasons } from './enums.ts';
import { Call, handler, type HookExports } from './exports.ts';
import type { InterfaceMatch } from './plan.ts';

/** Makes the hooks that a core module exports as 2.0, as the run calls them. */
export function hookExportsV2(
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

function ticker(onTick: Call): Readonly<Record<string, unknown>> {
  return {
    onTick: (timer: number, due: bigint, merged: number) => void onTick.run(timer, due, 0, merged),
  };
}
