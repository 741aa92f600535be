import { expect, it } from 'vitest';
import { wat } from '../../../test/support/components.ts';
import { exportsOf, Memory, Table } from './core-module.fixture.ts';
import { CoreModule } from './core-module.ts';

const source = `(module
  (import "far" "f" (func $f (param i32) (result i32)))
  (import "env" "base" (global i32))
  (import "env" "memory" (memory 1))
  (import "env" "table" (table 1 2 funcref))
  (func $seven (export "seven") (result i32) i32.const 7)
  (func (export "through") (param i32) (result i32) (call $f (local.get 0)))
  (global (mut i32) (i32.const 3)))`;

interface Exports {
  seven(): number;
  through(value: number): number;
  count(): number;
}

async function instantiate(module: CoreModule, far: Record<string, unknown>): Promise<Exports> {
  const table = new Table({ initial: 1, maximum: 2, element: 'anyfunc' });
  const env = { base: 0, memory: new Memory({ initial: 1 }), table };
  return exportsOf(module.bytes(), { env, far });
}

it('adds functions, globals and exports, and moves nothing', async () => {
  const module = new CoreModule(await wat(source));
  const type = module.exported('seven').type;
  const global = module.addGlobal();
  // global += 1; answers it
  const count = [0, 0x23, global, 0x41, 1, 0x6a, 0x24, global, 0x23, global, 0x0b];
  module.export('count', module.addFunction(type, count));
  module.export('seven', module.addFunction(type, [0, 0x41, 8, 0x0b]));
  const { seven, through, count: counted } = await instantiate(module, { f: (value: number) => value * 2 });
  expect([seven(), through(21), counted(), counted()]).toEqual([8, 42, 1, 2]);
});

it('renames an import', async () => {
  const module = new CoreModule(await wat(source));
  const type = module.renameImport('far', 'f', { module: 'far', name: 'g' });
  expect(type).toBe(module.exported('through').type);
  expect(module.parameters(module.exported('through'))).toBe(1);
  expect((await instantiate(module, { g: (value: number) => value + 1 })).through(1)).toBe(2);
});

it('says what is not there', async () => {
  const module = new CoreModule(await wat(source));
  expect(() => module.exported('gone')).toThrow('does not export gone');
  expect(() => module.importedGlobal('gone')).toThrow('does not import gone');
  expect(() => module.renameImport('env', 'base', { module: 'a', name: 'b' })).toThrow('env base once');
  expect(() => module.renameImport('far', 'gone', { module: 'a', name: 'b' })).toThrow('far gone once');
});
