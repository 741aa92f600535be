import { expect, it } from 'vitest';
import { wat } from '../../../test/support/components.ts';
import { exportsOf, Memory } from './core-module.fixture.ts';
import { CoreModule } from './core-module.ts';
import { bridgeResults } from './result-bridge.ts';

const runtime = `(module
  (import "env" "memory" (memory 1))
  (import "seen" "initialize" (func $initialize (param i32)))
  (import "seen" "push" (func $push (param i32 i32 i32)))
  (global (mut i32) (i32.const 0))
  (func (export "wit_dylib_initialize") (param i32) (call $initialize (local.get 0)))
  (func (export "wit_dylib_push_result") (param i32 i32 i32)
    (call $push (local.get 0) (local.get 1) (local.get 2))))`;

interface Runtime {
  wit_dylib_initialize(table: number): void;
  wit_dylib_push_result(context: number, type: number, isError: number): void;
}

async function bridged(seen: object): Promise<{ exports: Runtime; words: Uint32Array }> {
  const module = new CoreModule(await wat(runtime));
  bridgeResults(module);
  const memory = new Memory({ initial: 1 });
  const exports: Runtime = await exportsOf(module.bytes(), { env: { memory }, seen });
  return { exports, words: new Uint32Array(memory.buffer) };
}

it('declares imported functions that answer a result as if they answered its value, before the runtime looks', async () => {
  const [table, imports, results, words] = [0, 64, 128, 10];
  const [u32, nothing, text, result] = [2, 0xff, 12, 22];
  const resultTypes = [text, result, result | (1 << 8), u32, nothing];
  let looked: number[] = [];
  const { exports, words: memory } = await bridged({
    initialize(at: number) {
      looked = [at, ...resultTypes.map((_, place) => memory[imports + place * words + 7]!)];
    },
    push() {},
  });
  memory.set([1, resultTypes.length, imports * 4], table);
  memory.set([2, results * 4], table + 19);
  for (const [place, type] of resultTypes.entries()) memory[imports + place * words + 7] = type;
  memory.set([0, 0, u32, text, 0, 0, nothing, text], results);
  exports.wit_dylib_initialize(0);
  expect(looked).toEqual([0, text, u32, nothing, u32, nothing]);
});

it('makes an object of errors alone', async () => {
  const pushed: number[][] = [];
  const { exports } = await bridged({ initialize() {}, push: (...all: number[]) => pushed.push(all) });
  exports.wit_dylib_push_result(1, 2, 0);
  exports.wit_dylib_push_result(3, 4, 1);
  expect(pushed).toEqual([[3, 4, 1]]);
});

it('says what the runtime lacks', async () => {
  const module = new CoreModule(await wat(runtime.replace('push_result', 'push_option')));
  expect(() => bridgeResults(module)).toThrow('does not export wit_dylib_push_result');
});
