import { setFlagsFromString } from 'node:v8';

/** The first major of V8 that is known to be without the fault. */
const soundMajor = 14;
let kept = false;

/**
 * Has V8 keep machine code of wasm for as long as its module, in the whole process and from now on. V8 13.6, which is in Node 24,
 * may otherwise free twice what threads share to call imports of the same type, and then ends the process: nodejs/node#66366.
 * What stays is the first, quickly made code of functions that were compiled anew. Does nothing where V8 has not this fault.
 *
 * To be called before the first of several threads drops its instances, and not sooner: V8 then no longer takes code that it,
 * Node or this host has kept of JavaScript.
 */
export function keepWasmCode(): void {
  if (kept) return;
  kept = true;
  if (Number.parseInt(process.versions.v8) < soundMajor) setFlagsFromString('--no-wasm-code-gc');
}
