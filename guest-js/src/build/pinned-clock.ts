/**
 * The same snapshot from the same source.
 *
 * While a gadget is built, the QuickJS runtime runs until the gadget's module is loaded, and its memory then is the
 * component's. It begins with chance and time: the keys of its hash tables and the state of its `Math.random` would be
 * different in every build. Both are imports of the runtime module, so here these are answered inside of it: they
 * import functions that the runtime itself exports, which the linker ties together.
 *
 * Once the gadget is loaded, the clocks trap, as those that are stubbed do: a gadget asks the host for the time, and
 * what escapes the SDK (`const { now } = globalThis['Date']`) must not be told a time that is none.
 */
import type { CoreModule } from './core-module.ts';
import { leb } from './wasm-section.ts';

/** What loads the gadget: called once, by the builder. */
const loading = 'init';

const i32 = { const: 0x41, store: 0x36 };
const i64 = { const: 0x42, store: 0x37 };
const [unreachable, begin, end, call, getLocal, getGlobal, setGlobal] = [
  0x00, 0x04, 0x0b, 0x10, 0x20, 0x23, 0x24,
];
const noLocals = 0;
const untyped = 0x40;

/** `(result: i32) -> ()`: the record of two `u64` that the hash tables start from; any will do. */
const seed = [
  ...[getLocal, 0, i64.const, 1, i64.store, 3, 0],
  ...[getLocal, 0, i64.const, 2, i64.store, 3, 8],
];
/** `(result: i32) -> ()`: one second and no nanoseconds; QuickJS would take 0 for a failure. */
const wall = [
  ...[getLocal, 0, i64.const, 1, i64.store, 3, 0],
  ...[getLocal, 0, i32.const, 0, i32.store, 2, 8],
];
/** `() -> i64`: nanoseconds. */
const monotonic = [i64.const, 1];

const answered = [
  { module: 'wasi:random/insecure-seed@0.2.9', name: 'insecure-seed', code: seed, clock: false },
  { module: 'wasi:clocks/wall-clock@0.2.0', name: 'now', code: wall, clock: true },
  { module: 'wasi:clocks/monotonic-clock@0.2.0', name: 'now', code: monotonic, clock: true },
] as const;

/** Lets the runtime start from fixed numbers. Throws when it does not ask for them as expected. */
export function pinClock(runtime: CoreModule): void {
  const loaded = runtime.addGlobal();
  const trapOnceLoaded = [getGlobal, loaded, begin, untyped, unreachable, end];
  for (const [place, { module, name, code, clock }] of answered.entries()) {
    const own = { module: 'env', name: `gadget_pinned_${place}` };
    const type = runtime.renameImport(module, name, own);
    const body = [noLocals, ...(clock ? trapOnceLoaded : []), ...code, end];
    runtime.export(own.name, runtime.addFunction(type, body));
  }
  const load = runtime.exported(loading);
  const parameters = Array.from({ length: runtime.parameters(load) }, (_, local) => [getLocal, local]).flat();
  const code = [noLocals, ...parameters, call, ...leb(load.index), i32.const, 1, setGlobal, loaded, end];
  runtime.export(loading, runtime.addFunction(load.type, code));
}
