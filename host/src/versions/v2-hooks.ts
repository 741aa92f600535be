import type { Packet } from '../api/packet.ts';
import { isPreview } from '../preview-version.ts';
import { understood } from './v2/failure.ts';
import { PacketV2 } from './v2/packet.ts';

type Functions = Readonly<Record<string, unknown>>;
type Hook = (...args: unknown[]) => unknown;

/** What a component exports of each interface, in camel case. */
const hookNames: Readonly<Record<string, readonly string[]>> = {
  lifecycle: ['init', 'start', 'stop'],
  handler: ['onPacket'],
  ticker: ['onTick'],
};

/** The hooks of an interface as the run calls them, whatever version they were made for. `offered`: how this host calls them. */
export function calledAs(
  offered: string,
  name: string,
  exported: Functions,
  adopt?: (packet: unknown) => void,
): Functions {
  return isPreview(offered) ? hooksV2(name, exported, adopt) : exported;
}

/**
 * The hooks that a component exports as 2.0, by way of jco's glue or as plain functions, as the run calls them: packets are
 * wrapped, errors unwrapped. `adopt` gets each packet before the gadget does. What is missing stays missing, for who looks
 * for it.
 */
export function hooksV2(
  name: string,
  exported: Functions,
  adopt: (packet: unknown) => void = nothing,
): Functions {
  const hooks: Record<string, Hook> = {};
  for (const key of hookNames[name] ?? []) {
    const func = exported[key];
    if (typeof func !== 'function') continue;
    const hook: Hook = (...args) => understood(() => (func as Hook).apply(exported, args));
    hooks[key] = name === 'handler' ? withPacket(hook, adopt) : hook;
  }
  return hooks;
}

function withPacket(hook: Hook, adopt: (packet: unknown) => void): Hook {
  return (subscription, packet) => {
    const handle = new PacketV2(packet as Packet);
    adopt(handle);
    return hook(subscription, handle);
  };
}

function nothing(): void {}
