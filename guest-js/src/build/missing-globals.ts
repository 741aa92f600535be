import type { Engine } from './engine.ts';

/** Names that authors know from browsers or Node, that gadgets do not have, and what to do instead. */
const timers =
  'A gadget has no timers of its own: every(milliseconds, callback) of @gadget-api/guest calls back.';
const network = 'A gadget has no network: it sees what its data sources carry.';
const engine = 'The engine of gadgets does not have it: bring a package for it.';
const otherEngine =
  'QuickJS does not have it: bring a package for it, or build with the engine starlingmonkey, which has it.';

/** Advice by name. */
export const missingGlobals: Readonly<Record<string, string>> = {
  setTimeout: timers,
  setInterval: timers,
  setImmediate: timers,
  requestAnimationFrame: timers,
  fetch: network,
  XMLHttpRequest: network,
  WebSocket: network,
  process: 'A gadget has no process: param(name) of @gadget-api/guest reads what the operator asked for.',
  Buffer: 'A gadget has no Buffer: use Uint8Array, TextEncoder and TextDecoder.',
  crypto: 'A gadget has no keys and no secrets: Math.random() is seeded by the host.',
  structuredClone: otherEngine,
  URL: otherEngine,
  URLSearchParams: otherEngine,
  Intl: engine,
  AbortController: otherEngine,
};

/** Whether gadgets that run in this engine are without this global. */
export function lacks(engine: Engine, name: string): boolean {
  return engine === 'quickjs' || missingGlobals[name] !== otherEngine;
}

/** The advice for a compiler's message that is about one of these names, or about Node's modules. */
export function adviceIn(message: string): string | undefined {
  const name = /Cannot find name '(\w+)'/.exec(message)?.[1];
  if (name !== undefined && Object.hasOwn(missingGlobals, name)) return missingGlobals[name];
  return undefined;
}
