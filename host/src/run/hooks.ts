import type { Packet } from '../api/packet.ts';
import type { CallMeter } from '../call-meter.ts';
import { GadgetError } from '../errors.ts';
import type { LossCause } from '../generated/gadget-api-losses.ts';

/** The functions of a gadget that the host calls, whatever made the instance. */
export interface Hooks {
  init(purpose: 'inspect' | 'run'): void;
  start(): void;
  stop(): void;
  onPacket: ((subscription: number, packet: Packet) => unknown) | undefined;
  onTick: ((timer: number) => void) | undefined;
  onLoss: ((subscription: number, rows: number, cause: LossCause) => void) | undefined;
}

type Functions = Record<string, unknown>;

/** Finds the hooks among an instance's exports: under versioned names, unversioned ones, or jco's short ones. */
export function hooksOf(exports: unknown, gadget: string): Hooks {
  const lifecycle = interfaceOf(exports, 'lifecycle');
  if (lifecycle === undefined) {
    throw new GadgetError('E_NO_LIFECYCLE', `${gadget} does not export gadget:api/lifecycle`, {
      gadget,
      hint: 'every gadget exports lifecycle with init, start and stop; build it against one of the worlds of gadget:api',
    });
  }
  const handler = interfaceOf(exports, 'handler');
  const ticker = interfaceOf(exports, 'ticker');
  const losses = interfaceOf(exports, 'losses');
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

/** The same hooks, measured. */
export function meteredHooks(hooks: Hooks, meter: CallMeter): Hooks {
  const { init, start, stop, onPacket, onTick, onLoss } = hooks;
  return {
    init: meter.wrapHook('init', init),
    start: meter.wrapHook('start', start),
    stop: meter.wrapHook('stop', stop),
    onPacket: onPacket && meter.wrapHook('on-packet', adopting(onPacket, meter)),
    onTick: onTick && meter.wrapHook('on-tick', onTick),
    onLoss: onLoss && meter.wrapHook('on-loss', onLoss),
  };
}

function adopting(onPacket: NonNullable<Hooks['onPacket']>, meter: CallMeter): Hooks['onPacket'] & object {
  const { adopt } = meter;
  if (adopt === undefined) return onPacket;
  return (subscription, packet) => {
    adopt(packet);
    return onPacket(subscription, packet);
  };
}

function interfaceOf(exports: unknown, name: string): Functions | undefined {
  if (typeof exports !== 'object' || exports === null) return undefined;
  const all = exports as Record<string, unknown>;
  const long = Object.keys(all).find(
    (key) => key === `gadget:api/${name}` || key.startsWith(`gadget:api/${name}@`),
  );
  const found = all[long ?? name];
  return typeof found === 'object' && found !== null ? (found as Functions) : undefined;
}
