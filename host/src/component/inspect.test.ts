import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { emptyGadget, wat } from '../../../test/support/components.ts';
import { GadgetError } from '../errors.ts';
import { inspectComponent } from './inspect.ts';
import { ownName, ownVersion } from '../versions/own-name.fixture.ts';
import { names } from './names.fixture.ts';

function refusal(bytes: Uint8Array, maxComponentBytes: number = 2 ** 30): GadgetError {
  try {
    inspectComponent(bytes, { maxComponentBytes });
  } catch (error) {
    if (error instanceof GadgetError) return error;
    throw error;
  }
  throw new Error('was not refused');
}

describe('what is read', () => {
  it('lists imports and exports of a QuickJS gadget', async () => {
    const bytes = await emptyGadget();
    const info = inspectComponent(bytes);
    expect(info.size).toBe(bytes.length);
    expect(info.digest).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(info.imports.map((use) => use.name)).toContain(ownName('datasource'));
    expect(info.imports.every((use) => use.package === 'gadget:api')).toBe(true);
    expect(info.exports).toMatchObject([
      { interface: 'lifecycle', version: ownVersion, functions: ['init', 'start', 'stop'] },
      { interface: 'handler', version: ownVersion, functions: ['on-packet'], resources: [] },
    ]);
    expect(info.rootFunctions).toEqual(['init']);
    expect(info.rootImports).toEqual([]);
    const field = info.imports.find((use) => use.interface === 'field');
    expect(field?.resources).toEqual(['field']);
    expect(field?.shapes.get('[method]field.get-u32')).toMatch(
      /^\(self: borrow<field>, packet: borrow<packet>, row: u32\) -> result<u32, variant\{not-found: string, /,
    );
    expect(info.coreModules.length).toBeGreaterThan(5);
  });

  it('follows exports through instances, nested components, aliases and inline exports', async () => {
    const info = inspectComponent(
      await wat(`(component
        (import "host" (func $f (param "n" u32) (result (list string))))
        (import "r" (type (sub resource)))
        (import "a:b/types@0.1.0" (instance (type $t (record (field "x" (tuple u8 s64)))) (export "t" (type (eq $t)))))
        (component $shim
          (import "g" (func $g (param "n" u32) (result (list string))))
          (instance $inner (export "go" (func $g)))
          (export "a:b/c@1.2.0" (instance $inner)))
        (instance $s (instantiate $shim (with "g" (func $f))))
        (alias export $s "a:b/c@1.2.0" (instance $e))
        (export "a:b/c@1.2.0" (instance $e))
        (export "plain" (func $f)))`),
    );
    expect(info.exports).toMatchObject([
      { name: 'a:b/c@1.2.0', package: 'a:b', interface: 'c', version: '1.2.0', functions: ['go'] },
    ]);
    expect(info.exports[0]?.shapes.get('go')).toBe('(n: u32) -> list<string>');
    expect(info.imports).toMatchObject([{ interface: 'types', version: '0.1.0', functions: [] }]);
    expect(info.rootFunctions).toEqual(['plain']);
    expect(info.rootImports).toEqual(['host', 'r']);
  });

  it('tells resources of the component from those it passes on', async () => {
    const info = inspectComponent(
      await wat(`(component
        (import "a:b/c@1.0.0" (instance $c (export "theirs" (type (sub resource)))))
        (alias export $c "theirs" (type $theirs))
        (type $ours (resource (rep i32)))
        (instance $i (export "theirs" (type $theirs)) (export "ours" (type $ours)))
        (export "a:b/d@1.0.0" (instance $i)))`),
    );
    expect(info.imports[0]?.resources).toEqual(['theirs']);
    expect(info.exports[0]?.resources).toEqual(['ours']);
  });

  it('knows every canonical function and type that the tools write', async () => {
    const text = `(component
      (core module $m (import "e" "t" (table 1 funcref)) (import "e" "g" (global (mut i32)))
        (import "e" "x" (tag (param i32))) (import "e" "r" (global (ref null func)))
        (memory (export "m") 1 7) (memory (export "m64") i64 2))
      (core module $n (memory (export "m") 1) (func (export "re") (param i32 i32 i32 i32) (result i32) unreachable)
        (func (export "cb") (param i32 i32 i32) (result i32) unreachable) (func (export "f") (result i32) unreachable))
      (core instance $i (instantiate $n))
      (alias core export $i "m" (core memory $m))
      (alias core export $i "re" (core func $re))
      (alias core export $i "cb" (core func $cb))
      (type $s (stream u8)) (type $f (future)) (type $r (resource (rep i32)))
      (type (own $r)) (type (borrow $r)) (type (list u8 4)) (type (option bool)) (type (result (error string)))
      (type (tuple f32 f64 char s8 s16 u16)) (type (map string u8)) (type error-context)
      (type (func async (result u8)))
      (core func (canon resource.new $r)) (core func (canon resource.drop $r)) (core func (canon resource.rep $r))
      (core func (canon task.cancel)) (core func (canon subtask.cancel async)) (core func (canon subtask.drop))
      (core func (canon task.return (result string) (memory $m))) (core func (canon task.return))
      (core func (canon context.get i32 0)) (core func (canon context.set i32 0)) (core func (canon thread.yield))
      (core func (canon stream.new $s)) (core func (canon stream.read $s (memory $m)))
      (core func (canon stream.write $s async (memory $m))) (core func (canon stream.cancel-read $s))
      (core func (canon stream.cancel-write $s async)) (core func (canon stream.drop-readable $s))
      (core func (canon stream.drop-writable $s)) (core func (canon future.new $f))
      (core func (canon future.read $f (memory $m))) (core func (canon future.write $f (memory $m)))
      (core func (canon future.cancel-read $f)) (core func (canon future.cancel-write $f))
      (core func (canon future.drop-readable $f)) (core func (canon future.drop-writable $f))
      (core func (canon error-context.new (memory $m))) (core func (canon error-context.drop))
      (core func (canon error-context.debug-message (memory $m) (realloc $re)))
      (core func (canon waitable-set.new)) (core func (canon waitable-set.wait (memory $m)))
      (core func (canon waitable-set.poll cancellable (memory $m))) (core func (canon waitable-set.drop))
      (core func (canon waitable.join)) (core func (canon backpressure.inc)) (core func (canon backpressure.dec))
      (func (export "go") async (canon lift (core func $cb) async (callback (func $cb))))
      (func (export "text") (result string) (canon lift (core func $i "f") string-encoding=utf16 (memory $m) (realloc $re))))`;
    const info = inspectComponent(await wat(text));
    expect(info.rootFunctions).toEqual(['go', 'text']);
    expect(info.coreModules[0]?.memories).toEqual([
      { min: 1, max: 7 },
      { min: 2, max: undefined },
    ]);
  });
});

describe('what is refused', () => {
  it.each([
    ['nothing', new Uint8Array(0), /empty/],
    ['text', new TextEncoder().encode('export const x = 1;\n'), /text/],
    ['zeros', new Uint8Array(64 * 1024 * 1024), /zeros/],
    ['a short head', new Uint8Array([0, 0x61, 0x73]), /ends after 3 bytes/],
    ['garbage', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 4, 5]), /does not begin/],
    ['another version', new Uint8Array([0, 0x61, 0x73, 0x6d, 0x0a, 0, 1, 0]), /version 10/],
  ])('%s', (_, bytes, message) => {
    expect(refusal(bytes)).toMatchObject({
      code: 'E_NOT_A_COMPONENT',
      blame: 'user',
      message: expect.stringMatching(message),
    });
  });

  it('a core module, with what to do', async () => {
    const error = refusal(await wat('(module)'));
    expect(error).toMatchObject({
      code: 'E_NOT_A_COMPONENT',
      message: expect.stringContaining('core WebAssembly module'),
    });
    expect(error.hint).toContain('component new');
  });

  it('what is too large, unread', () => {
    expect(refusal(new Uint8Array(1001), 1000)).toMatchObject({
      code: 'E_TOO_LARGE',
      details: { size: 1001, limit: 1000 },
    });
  });

  it('components inside one another without end', async () => {
    const nest = (levels: number): string => (levels === 0 ? '' : `(component ${nest(levels - 1)})`);
    expect(inspectComponent(await wat(nest(30))).imports).toEqual([]);
    expect(refusal(await wat(nest(60)))).toMatchObject({ code: 'E_NOT_A_COMPONENT' });
  });

  it('a small file that lists a million functions', async () => {
    const functions = Array.from({ length: 2000 }, (_, n) => `(export "f${n}" (func))`).join(' ');
    const imports = Array.from({ length: 500 }, (_, n) => `(import "i${n}" (instance (type $t)))`).join(' ');
    expect(refusal(await wat(`(component (type $t (instance ${functions})) ${imports})`))).toMatchObject({
      code: 'E_TOO_LARGE',
    });
  });

  it('no types that grow without end, but cuts them', async () => {
    const levels = Array.from({ length: 60 }, (_, n) => `(type $t${n + 1} (tuple $t${n} $t${n}))`).join(' ');
    const info = inspectComponent(
      await wat(
        `(component (import "a:b/c@1.0.0" (instance (type $t0 (tuple u8 u8)) ${levels} (export "f" (func (param "x" $t60))))))`,
      ),
    );
    expect(info.imports[0]?.shapes.get('f')?.length).toBeLessThan(5000);
  });
});

describe('hostile names', () => {
  const attack = `run'];globalThis.gadgetWasAttacked=1;//`;

  it.each([
    [
      'a core export',
      `(component (core module $m (func (export "${attack}"))) (core instance $i (instantiate $m)) (func (export "go") (canon lift (core func $i "${attack}"))))`,
    ],
    [
      'a core import',
      `(component (core module $e (func (export "f"))) (core instance $e (instantiate $e)) (core module $m (import "${attack}" "f" (func))) (core instance (instantiate $m (with "${attack}" (instance $e)))))`,
    ],
    [
      'a newline in a nested component',
      '(component (component (component (core module (func (export "a\\nb"))))))',
    ],
    ['a name of an object literal', '(component (core module (func (export "__proto__"))))'],
    ['a template in a module type', '(component (core type (module (export "${x}" (func)))))'],
  ])('%s is refused and nothing runs', async (_, text) => {
    const error = refusal(await wat(text));
    expect(error).toMatchObject({ code: 'E_HOSTILE_NAME', blame: 'guest' });
    expect(error.message).not.toMatch(/[\n\u001b]/);
    expect(globalThis).not.toHaveProperty('gadgetWasAttacked');
  });

  it('are found wherever a name can stand', async () => {
    const bytes = await wat(names);
    inspectComponent(bytes);
    const text = Buffer.from(bytes).toString('latin1');
    const marks = [...text.matchAll(/zq[0-9a-t]/g)];
    expect(new Set(marks.map((mark) => mark[0])).size).toBe(30);
    for (const mark of marks) {
      for (const byte of [
        0x27, 0x22, 0x5c, 0x60, 0x0a, 0x0d, 0x00, 0x1b, 0x7f, 0x80, 0xe2, 0x7b, 0x28, 0x2a, 0x3c,
      ]) {
        const changed = bytes.slice();
        changed[mark.index] = byte;
        expect([mark[0], byte, refusal(changed).code]).toEqual([mark[0], byte, 'E_HOSTILE_NAME']);
      }
    }
  });
});

describe('damaged components', () => {
  let small: Uint8Array;
  let large: Uint8Array;
  beforeAll(async () => {
    small = await wat(names);
    large = await emptyGadget();
  });

  /** Whatever happens to the bytes: an answer or a GadgetError. */
  function survives(bytes: Uint8Array): void {
    try {
      inspectComponent(bytes, { maxComponentBytes: 2 ** 30 });
    } catch (error) {
      expect(error).toBeInstanceOf(GadgetError);
    }
  }

  it('cut short at any length never break the reader', () => {
    for (let size = 0; size < small.length; size++) survives(small.subarray(0, size));
    for (let size = 9; size < large.length; size += 60_000) {
      expect(refusal(large.subarray(0, size)).code).toBe('E_NOT_A_COMPONENT');
    }
  });

  it('with changed bytes never break the reader', () => {
    const changes = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(changes, (list) => {
        const bytes = small.slice();
        for (const [at, byte] of list) bytes[8 + (at % (bytes.length - 8))] = byte;
        survives(bytes);
      }),
      { numRuns: 3000 },
    );
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 0, max: 255 }), (at, byte) => {
        const bytes = large.slice();
        bytes[8 + (at % 6000)] = byte;
        survives(bytes);
      }),
      { numRuns: 60 },
    );
  });

  it('made of anything after a right header never break the reader', () => {
    const head = [0, 0x61, 0x73, 0x6d, 0x0d, 0, 1, 0];
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 13 }), fc.uint8Array({ maxLength: 40 }))),
        (sections) => {
          survives(
            new Uint8Array([...head, ...sections.flatMap(([id, body]) => [id, body.length, ...body])]),
          );
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('with numbers longer than numbers are, are refused', () => {
    const head = [0, 0x61, 0x73, 0x6d, 0x0d, 0, 1, 0];
    expect(refusal(new Uint8Array([...head, 7, 0x80, 0x80, 0x80, 0x80, 0x80, 0]))).toMatchObject({
      message: expect.stringMatching(/32 bits/),
    });
    expect(refusal(new Uint8Array([...head, 7, 0xff, 0xff, 0xff, 0xff, 0x1f]))).toMatchObject({
      message: expect.stringMatching(/32 bits/),
    });
    expect(refusal(new Uint8Array([...head, 7, 5, 0xff, 0xff, 0xff, 0xff, 0x0f]))).toMatchObject({
      message: expect.stringMatching(/list of 4294967295/),
    });
  });
});
