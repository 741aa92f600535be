import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { componentEmbed, componentNew, parse } from '@bytecodealliance/jco-transpile/wasm-tools';
import { firstApiWit } from '../support/components.ts';

const bodies = {
  trap: 'unreachable',
  loop: '(loop (br 0)) unreachable',
  /** Is fine once. */
  loopLater: `(if (global.get $called) (then (loop (br 0)))) (global.set $called (i32.const 1)) (i32.const 1024)`,
  /** Is fine once. */
  trapLater: `(if (global.get $called) (then unreachable)) (global.set $called (i32.const 1)) (i32.const 1024)`,
  /** Needs 4 pages more. */
  grow: `(if (i32.eq (memory.grow (i32.const 4)) (i32.const -1)) (then unreachable)) (i32.const 1024)`,
  ok: '(i32.const 1024)',
} as const;

/** What a hook does. */
export type Body = keyof typeof bodies;

/**
 * A gadget made by hand that subscribes to the source `open` if there is one, with hooks that trap, loop for ever, want memory, or are fine. `instantiate`
 * is what its start function does.
 */
export async function crashGadget(does: {
  init?: Body;
  onPacket?: Body;
  instantiate?: Body;
  /** Also imports `evil:network/sockets@1.0.0`, and calls its `connect` in init and on-packet. */
  network?: boolean;
}): Promise<Uint8Array> {
  const { init = 'ok', onPacket = 'ok', instantiate = 'ok', network = false } = does;
  // Address 1024 is zero for ever: the result "ok", and the verdict "keep".
  const core = await parse(`(module
    (import "gadget:api/datasource@1.0.0" "[static]data-source.open" (func $open (param i32 i32 i32)))
    (import "gadget:api/datasource@1.0.0" "[method]data-source.subscribe" (func $subscribe (param i32 i32)))
    ${network ? '(import "evil:network/sockets@1.0.0" "connect" (func $connect))' : ''}
    (memory (export "memory") 1)
    (global $called (mut i32) (i32.const 0))
    (data (i32.const 512) "open")
    (func (export "gadget:api/lifecycle@1.0.0#init") (param i32) (result i32)
      ${network ? '(call $connect)' : ''}
      (call $open (i32.const 512) (i32.const 4) (i32.const 2048))
      (if (i32.eqz (i32.load8_u (i32.const 2048)))
        (then (call $subscribe (i32.load (i32.const 2052)) (i32.const 3072))))
      ${bodies[init]})
    (func (export "gadget:api/lifecycle@1.0.0#start") (result i32) (i32.const 1024))
    (func (export "gadget:api/lifecycle@1.0.0#stop") (result i32) (i32.const 1024))
    (func $handle (export "gadget:api/handler@1.0.0#on-packet") (param i32 i32) (result i32)
      ${network ? '(call $connect)' : ''}
      ${bodies[onPacket]})
    (func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32) (i32.const 4096))
    (func $begin ${instantiate === 'ok' ? '' : bodies[instantiate]})
    (start $begin))`);
  const files = ['types', 'packet', 'field', 'datasource', 'lifecycle', 'handler'];
  const texts = await Promise.all(files.map((file) => readFile(join(firstApiWit, `${file}.wit`), 'utf8')));
  const witSource = `package gadget:api@1.0.0;
    ${texts.join('\n')}
    @since(version = 1.0.0)
    world crash { import datasource; ${network ? 'import evil:network/sockets@1.0.0;' : ''} export lifecycle; export handler; }
    package evil:network@1.0.0 { interface sockets { connect: func(); } }`;
  const embedded = await componentEmbed({ binary: core, witSource, world: 'crash' });
  return componentNew(embedded);
}
