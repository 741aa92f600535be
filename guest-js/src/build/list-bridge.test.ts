import { expect, it } from 'vitest';
import { wat } from '../../../test/support/components.ts';
import { exportsOf, Memory } from './core-module.fixture.ts';
import { CoreModule } from './core-module.ts';
import { bridgeLists } from './list-bridge.ts';

const runtime = `(module
  (import "env" "memory" (memory 1))
  (import "seen" "initialize" (func $initialize (param i32)))
  (import "seen" "push" (func $push (param i32 i32 i32 i32) (result i32)))
  (global (mut i32) (i32.const 0))
  (func (export "wit_dylib_initialize") (param i32) (call $initialize (local.get 0)))
  (func (export "wit_dylib_push_list") (param i32 i32 i32 i32) (result i32)
    (call $push (local.get 0) (local.get 1) (local.get 2) (local.get 3))))`;

interface Runtime {
  wit_dylib_initialize(table: number): void;
  wit_dylib_push_list(context: number, type: number, bytes: number, length: number): number;
}

const [u8, u16, u32, u64, s8, s16, s32, s64, bool, char, f32, f64] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const [text, result] = [12, 22 | (1 << 8)];

/** How the runtime is given lists of three values, one of each of these types. */
async function pushed(types: readonly number[]): Promise<number[][]> {
  const module = new CoreModule(await wat(runtime));
  bridgeLists(module);
  const memory = new Memory({ initial: 1 });
  const words = new Uint32Array(memory.buffer);
  const lists = 64;
  words.set([types.length, lists * 4], 21);
  for (const [place, type] of types.entries()) words.set([0, 0, type], lists + place * 3);
  const calls: number[][] = [];
  const seen = {
    initialize: (at: number) => expect(at).toBe(0),
    push: (...all: number[]) => calls.push(all),
  };
  const exports: Runtime = await exportsOf(module.bytes(), { env: { memory }, seen });
  exports.wit_dylib_initialize(0);
  for (const place of types.keys())
    expect(exports.wit_dylib_push_list(7, place, 100 + place, 3)).toBe(place + 1);
  return calls;
}

it('shows lists of numbers and booleans as the bytes that they are', async () => {
  expect(await pushed([text, u16, u32, u64, u8, s16, s32, s64, bool, f32, f64])).toEqual([
    [7, 0, 100, 3],
    ...[6, 12, 24, 3, 6, 12, 24, 3, 12, 24].map((length, place) => [7, 4, 101 + place, length]),
  ]);
});

it('leaves others as they are, and all when there is no list of bytes', async () => {
  const untouched = (types: readonly number[]): number[][] =>
    types.map((_, place) => [7, place, 100 + place, 3]);
  for (const types of [
    [u8, s8, char, text, result],
    [u32, bool, f64],
  ])
    expect(await pushed(types)).toEqual(untouched(types));
});

it('says what the runtime lacks', async () => {
  const module = new CoreModule(await wat(runtime.replace('push_list', 'push_option')));
  expect(() => bridgeLists(module)).toThrow('does not export wit_dylib_push_list');
});
