import type { Packet } from '../api/packet.ts';
import type { StopReason } from '../api/stop-reason.ts';
import type { CallMeter } from '../call-meter.ts';
import type { Fuel } from '../component/bounds/fuel.ts';
import { GadgetError } from '../errors.ts';
import type { LossCause } from '../generated/gadget-api-losses.ts';
import { previewVersion } from '../preview-version.ts';
import { calledAs } from '../versions/v2-hooks.ts';

/**
 * The functions of a gadget that the host calls, whatever made the instance and whatever version it is of: those of 1.x take
 * less and look at no more.
 */
export interface Hooks {
  init(purpose: 'inspect' | 'run'): void;
  start(): void;
  stop(reason: StopReason): void;
  onPacket: ((subscription: number, packet: Packet) => unknown) | undefined;
  /** `due` in nanoseconds of the monotonic clock; `merged`: how many more ticks are in this one. */
  onTick: ((timer: number, due: bigint, merged: number) => void) | undefined;
  onLoss: ((subscription: number, rows: number, cause: LossCause) => void) | undefined;
}

type Functions = Record<string, unknown>;

/** How hooks are looked for. */
export interface HookSearch {
  /** Whether those of the preview are called, where there are any. */
  previewApi?: boolean;
  /** Measures the gadget's calls. */
  meter?: CallMeter | undefined;
}

/** Finds the hooks among an instance's exports: under versioned names, unversioned ones, or jco's short ones. */
export function hooksOf(exports: unknown, gadget: string, search: HookSearch = {}): Hooks {
  const interfaceOf = (name: string): Functions | undefined => findInterface(exports, name, search);
  const lifecycle = interfaceOf('lifecycle');
  if (lifecycle === undefined) {
    throw new GadgetError('E_NO_LIFECYCLE', `${gadget} does not export gadget:api/lifecycle`, {
      gadget,
      hint: 'every gadget exports lifecycle with init, start and stop; build it against one of the worlds of gadget:api',
    });
  }
  const handler = interfaceOf('handler');
  const ticker = interfaceOf('ticker');
  const losses = interfaceOf('losses');
  const hook = <F>(from: Functions, name: string): F => {
    const found = from[name];
    if (typeof found !== 'function') {
      throw new GadgetError('E_INTERFACE_MISMATCH', `${gadget} exports no function ${name}`, { gadget });
    }
    return found.bind(from) as F;
  };
  return {
    init: hook(lifecycle, 'init'),
    start: hook(lifecycle, 'start'),
    stop: hook(lifecycle, 'stop'),
    onPacket: handler === undefined ? undefined : hook(handler, 'onPacket'),
    onTick: ticker === undefined ? undefined : hook(ticker, 'onTick'),
    onLoss: losses === undefined ? undefined : hook(losses, 'onLoss'),
  };
}

/** The same hooks, each call with new fuel; without fuel the very same. */
export function fuelled(hooks: Hooks, fuel: Fuel | undefined): Hooks {
  if (fuel === undefined) return hooks;
  const { init, start, stop, onPacket, onTick, onLoss } = hooks;
  const within =
    <A extends unknown[], R>(call: (...args: A) => R): ((...args: A) => R) =>
    (...args) => {
      fuel.fill();
      let answer: R;
      try {
        answer = call(...args);
      } finally {
        fuel.account();
      }
      // A guest can catch what a host function throws, also that its own allocator ran out of fuel.
      if (fuel.empty) throw new Error('the guest went on without fuel');
      return answer;
    };
  return {
    init: within(init),
    start: within(start),
    stop: within(stop),
    onPacket: onPacket && within(onPacket),
    onTick: onTick && within(onTick),
    onLoss: onLoss && within(onLoss),
  };
}

/** The same hooks, measured; with `fuel` their steps, too. */
export function meteredHooks(hooks: Hooks, meter: CallMeter, fuel: Fuel | undefined): Hooks {
  const { init, start, stop, onPacket, onTick, onLoss } = hooks;
  return {
    init: meter.wrapHook('init', init, { fuel }),
    start: meter.wrapHook('start', start, { fuel }),
    stop: meter.wrapHook('stop', stop, { fuel }),
    onPacket: onPacket && meter.wrapHook('on-packet', adopting(onPacket, meter), { rows: rowsOf, fuel }),
    onTick: onTick && meter.wrapHook('on-tick', onTick, { fuel }),
    onLoss: onLoss && meter.wrapHook('on-loss', onLoss, { fuel }),
  };
}

function rowsOf(_: number, packet: Packet): number {
  return packet.draft?.length ?? 0;
}

function adopting(onPacket: NonNullable<Hooks['onPacket']>, meter: CallMeter): Hooks['onPacket'] & object {
  const { adopt } = meter;
  if (adopt === undefined) return onPacket;
  return (subscription, packet) => {
    adopt(packet);
    return onPacket(subscription, packet);
  };
}

function findInterface(
  exports: unknown,
  name: string,
  { previewApi = false, meter }: HookSearch,
): Functions | undefined {
  if (typeof exports !== 'object' || exports === null) return undefined;
  const all = exports as Record<string, unknown>;
  const preview = `gadget:api/${name}@${previewVersion}`;
  const long = Object.keys(all).find(
    (key) => key === `gadget:api/${name}` || (key.startsWith(`gadget:api/${name}@`) && key !== preview),
  );
  const isPreview = previewApi && isInterface(all[preview]);
  const found = isPreview ? all[preview] : all[long ?? name];
  if (!isInterface(found)) return undefined;
  return isPreview ? calledAs(preview, name, found, meter?.adopt) : found;
}

function isInterface(value: unknown): value is Functions {
  return typeof value === 'object' && value !== null;
}
