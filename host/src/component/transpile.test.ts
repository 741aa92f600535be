import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { quickJs, wat } from '../../../test/support/components.ts';
import { privateFolder } from '../../../test/support/private-folder.ts';
import { GadgetError } from '../errors.ts';
import { toScript } from './emitted.ts';
import { inspectComponent } from './inspect.ts';
import { instantiate } from './instance.ts';
import type { ComponentExports } from './instance.ts';
import { transpileComponent } from './transpile.ts';
import type { TranspileOptions, Transpiled } from './transpile.ts';

/** Asks two versions of one interface for a number and gives both, as 100 × first + second. */
const twoVersions = `(component
  (import "t:t/number@1.0.0" (instance $a (export "get" (func (result u32)))))
  (import "t:t/number@2.1.0" (instance $b (export "get" (func (result u32)))))
  (core func $ca (canon lower (func $a "get")))
  (core func $cb (canon lower (func $b "get")))
  (core module $m (import "a" "get" (func $a (result i32))) (import "b" "get" (func $b (result i32)))
    (func (export "both") (result i32) (i32.add (i32.mul (call $a) (i32.const 100)) (call $b))))
  (core instance $i (instantiate $m
    (with "a" (instance (export "get" (func $ca)))) (with "b" (instance (export "get" (func $cb))))))
  (func $both (result u32) (canon lift (core func $i "both")))
  (instance $e (export "both" (func $both)))
  (export "t:t/sum@1.0.0" (instance $e))
  (export "alone" (func $both)))`;

const trapping = `(component (core module $m (func $f unreachable) (start $f)) (core instance (instantiate $m)))`;

async function transpiled(
  bytes: Uint8Array,
  options: TranspileOptions = { cacheDir: false },
): Promise<Transpiled> {
  return transpileComponent(bytes, inspectComponent(bytes), options);
}

async function refusal(act: () => Promise<unknown>): Promise<GadgetError> {
  try {
    await act();
  } catch (error) {
    if (error instanceof GadgetError) return error;
    throw error;
  }
  throw new Error('was not refused');
}

/** Calls a function of an instance. */
function call(exports: ComponentExports, name: string, hook: string, ...args: unknown[]): unknown {
  const found = exports[name]?.[hook];
  if (typeof found !== 'function') throw new Error(`there is no ${hook}`);
  return (found as (...all: unknown[]) => unknown)(...args);
}

describe('a component', () => {
  let made: Transpiled;
  const imports = { 't:t/number@1.0.0': { get: () => 7 }, 't:t/number@2.1.0': { get: () => 3 } };
  beforeAll(async () => {
    made = await transpiled(await wat(twoVersions));
  });

  it('keeps two versions of an interface apart', async () => {
    expect(call(await instantiate(made, imports), 't:t/sum@1.0.0', 'both')).toBe(703);
  });

  it('shows its interfaces by full name and nothing else', async () => {
    expect(Object.keys(await instantiate(made, imports))).toEqual(['t:t/sum@1.0.0']);
  });

  it('has instances that do not know each other', async () => {
    const first = await instantiate(made, imports);
    const second = await instantiate(made, { ...imports, 't:t/number@1.0.0': { get: () => 1 } });
    const both = [first, second].map((exports) => call(exports, 't:t/sum@1.0.0', 'both'));
    expect(both).toEqual([703, 103]);
  });

  it('is refused when imports are missing', async () => {
    const error = await refusal(() => instantiate(made, { 't:t/number@1.0.0': { get: () => 7 } }));
    expect(error).toMatchObject({ code: 'E_INSTANTIATE', blame: 'guest' });
  });

  it('lets its core modules be instantiated by others', async () => {
    const seen: string[][] = [];
    await instantiate(made, imports, (module, given) => {
      seen.push(Object.keys(given ?? {}));
      const { WebAssembly } = globalThis as never as {
        WebAssembly: { Instance: new (...args: unknown[]) => { exports: Record<string, unknown> } };
      };
      return new WebAssembly.Instance(module, given);
    });
    expect(seen).toEqual([['a', 'b']]);
  });

  it('can be sent to another thread', async () => {
    expect(call(await instantiate(structuredClone(made), imports), 't:t/sum@1.0.0', 'both')).toBe(703);
  });

  it('does not ask the environment whether to trace', () => {
    expect(made.source).not.toContain('process');
  });

  it('that traps while it starts is refused', async () => {
    const trap = await transpiled(await wat(trapping));
    expect(await refusal(() => instantiate(trap, {}))).toMatchObject({
      code: 'E_INSTANTIATE',
      message: expect.stringContaining('trapped'),
    });
  });

  it('of JavaScript runs, without its root function init', async () => {
    const wit = `package t:t@1.0.0;
      interface host { twice: func(n: u32) -> u32; }
      interface greet { hello: func(name: string, n: u32) -> string; }
      world w { import host; export greet; }`;
    const js = `import { twice } from 't:t/host@1.0.0';
      export const greet = { hello: (name, n) => 'hello ' + name + ' ' + twice(n) };`;
    const guest = await transpiled(await quickJs(wit, js, 'w'));
    const exports = await instantiate(guest, { 't:t/host@1.0.0': { twice: (n: number) => 2 * n } });
    expect(Object.keys(exports)).toEqual(['t:t/greet@1.0.0']);
    expect(call(exports, 't:t/greet@1.0.0', 'hello', 'ann', 21)).toBe('hello ann 42');
  });
});

describe('translating', () => {
  it('reports what jco refuses, and leaves no files', async () => {
    // Right in form, but the core module does not get what it imports.
    const bytes = await wat(
      '(component (core module $m (import "a" "b" (func))) (core instance (instantiate $m)))',
    );
    const before = readdirSync(tmpdir()).filter(
      (name) => name.startsWith('gadget-') && !name.startsWith('gadget-test-'),
    );
    const error = await refusal(() => transpiled(bytes));
    expect(error).toMatchObject({ code: 'E_TRANSPILE', blame: 'guest' });
    expect(error.message).toMatch(/could not be translated: .*\w/);
    const after = readdirSync(tmpdir()).filter(
      (name) => name.startsWith('gadget-') && !name.startsWith('gadget-test-'),
    );
    expect(after.filter((name) => !before.includes(name))).toEqual([]);
  });

  it('gives the translator none of this environment', async () => {
    process.env['NODE_OPTIONS'] = '--this-option-does-not-exist';
    try {
      expect((await transpiled(await wat('(component)'))).source).toContain('instantiate');
    } finally {
      delete process.env['NODE_OPTIONS'];
    }
  });

  it('refuses output that does not look as expected', () => {
    expect(() => toScript('export default 1')).toThrow(GadgetError);
    expect(() => toScript('import x from "y";\nexport function instantiate() {}')).toThrow(GadgetError);
    expect(toScript('export function instantiate() { return 1; }\nexport const _util = {};')).not.toContain(
      'export',
    );
  });
});

describe('the cache', () => {
  it('answers the second time, and is rebuilt when damaged', async () => {
    const cacheDir = await privateFolder();
    const bytes = await wat(twoVersions);
    const first = await transpiled(bytes, { cacheDir });
    const [file] = readdirSync(cacheDir).map((name) => path.join(cacheDir, name)) as [string];
    const { ino } = statSync(file);
    expect(await transpiled(bytes, { cacheDir })).toEqual(first);
    expect(statSync(file).ino).toBe(ino);
    const whole = readFileSync(file);
    writeFileSync(file, whole.subarray(0, whole.length - 1));
    expect(await transpiled(bytes, { cacheDir })).toEqual(first);
    expect(readFileSync(file)).toEqual(whole);
    await transpiled(await wat('(component)'), { cacheDir });
    expect(readdirSync(cacheDir)).toHaveLength(2);
  });

  it('is done without, with one warning, where others could write', async () => {
    const cacheDir = await privateFolder();
    chmodSync(cacheDir, 0o777);
    const warnings: string[] = [];
    const onWarning = (message: string): void => void warnings.push(message);
    const bytes = await wat('(component)');
    await transpiled(bytes, { cacheDir, onWarning });
    await transpiled(bytes, { cacheDir, onWarning });
    expect(warnings).toEqual([expect.stringContaining(cacheDir)]);
    expect(readdirSync(cacheDir)).toEqual([]);
  });
});
