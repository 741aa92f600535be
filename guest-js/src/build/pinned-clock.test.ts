import { expect, it } from 'vitest';
import { wat } from '../../../test/support/components.ts';
import { exportsOf, Memory, RuntimeError } from './core-module.fixture.ts';
import { CoreModule } from './core-module.ts';
import { pinClock } from './pinned-clock.ts';

const runtime = `(module
  (import "wasi:random/insecure-seed@0.2.9" "insecure-seed" (func $seed (param i32)))
  (import "wasi:clocks/wall-clock@0.2.0" "now" (func $wall (param i32)))
  (import "wasi:clocks/monotonic-clock@0.2.0" "now" (func $monotonic (result i64)))
  (import "env" "memory" (memory 1))
  (global (mut i32) (i32.const 0))
  (func (export "init") (param i32 i32) (result i32) (i32.add (local.get 0) (local.get 1)))
  (func (export "seed") (call $seed (i32.const 0)))
  (func (export "wall") (call $wall (i32.const 16)))
  (func (export "monotonic") (result i64) (call $monotonic)))`;

interface Runtime {
  init(a: number, b: number): number;
  seed(): void;
  wall(): void;
  monotonic(): bigint;
  [name: `gadget_pinned_${number}`]: (result: number) => unknown;
}

it('answers seed and clocks from within until the gadget is loaded, and clocks not after', async () => {
  const module = new CoreModule(await wat(runtime));
  pinClock(module);
  const memory = new Memory({ initial: 1 });
  const linked: Partial<Runtime> = {};
  // What the linker does: an import of env is the export of that name.
  const pinned = [0, 1, 2].map((place) => `gadget_pinned_${place}` as const);
  const own = pinned.map((name) => [name, (result: number) => linked[name]!(result)] as const);
  const exports: Runtime = await exportsOf(module.bytes(), { env: { memory, ...Object.fromEntries(own) } });
  for (const name of pinned) linked[name] = exports[name];

  exports.seed();
  exports.wall();
  expect([...new BigUint64Array(memory.buffer, 0, 4)]).toEqual([1n, 2n, 1n, 0n]);
  expect(exports.monotonic()).toBe(1n);
  expect(exports.init(2, 3)).toBe(5);
  expect(() => exports.wall()).toThrow(RuntimeError);
  expect(() => exports.monotonic()).toThrow(RuntimeError);
  expect(() => exports.seed()).not.toThrow();
});

it('refuses a runtime that asks for time in another way', async () => {
  const other = runtime.replace('wall-clock@0.2.0', 'wall-clock@0.3.0');
  const module = new CoreModule(await wat(other));
  expect(() => pinClock(module)).toThrow('wasi:clocks/wall-clock@0.2.0 now');
});
