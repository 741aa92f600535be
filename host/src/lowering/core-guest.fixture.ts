/** For tests only: gadgets as bare core modules, instantiated without jco. */
import { parse } from '@bytecodealliance/jco-transpile/wasm-tools';
import { receive, type TestGuest, type TestGuestOptions, newGuest } from '../api/guest.fixture.ts';
import type { CallMeter } from '../call-meter.ts';
import { packetOfRows } from '../data/packet-rows.ts';
import type { Draft } from '../data/draft.ts';
import type { ElementKind, Kind } from '../data/kind.ts';
import { DirectBinding } from './binding.ts';
import { type CoreModule, webAssembly } from './core-module.ts';
import type { InterfaceMatch } from './plan.ts';
import { ownName } from '../versions/own-name.fixture.ts';

const compile = (
  globalThis as unknown as { WebAssembly: { compile(bytes: Uint8Array): Promise<CoreModule> } }
).WebAssembly.compile;

/** What a test writes; the rest of the gadget is the same in all. */
export interface GuestText {
  /** Instructions of on-packet, with `$packet` and `$field`; leaves a result pointer. Default: keep. */
  onPacket?: string;
  /** The same for init. */
  init?: string;
  /** Body of cabi_realloc; leaves the pointer. Default: takes the next bytes and grows when there are none. */
  realloc?: string;
  /** Body of the post-return of on-packet. */
  postReturn?: string;
  /** More functions, memory, data. */
  extra?: string;
}

/** What it imports, all of `gadget:api`. */
export const coreImports: readonly [module: string, name: string, id: string, type: string][] = [
  ['packet', '[method]packet.len', '$len', '(param i32) (result i32)'],
  ['packet', '[method]packet.discard-many', '$discard-many', '(param i32 i32 i32 i32)'],
  ['packet', '[static]packet.emit', '$emit', '(param i32 i32)'],
  ['packet', '[resource-drop]packet', '$drop-packet', '(param i32)'],
  ['field', '[method]field.name', '$name', '(param i32 i32)'],
  ['field', '[method]field.kind', '$kind', '(param i32) (result i32)'],
  ['field', '[method]field.get-u32', '$get-u32', '(param i32 i32 i32 i32)'],
  ['field', '[method]field.set-u32', '$set-u32', '(param i32 i32 i32 i32 i32)'],
  ['field', '[method]field.get-u64', '$get-u64', '(param i32 i32 i32 i32)'],
  ['field', '[method]field.get-text', '$get-text', '(param i32 i32 i32 i32)'],
  ['field', '[method]field.set-text', '$set-text', '(param i32 i32 i32 i32 i32 i32)'],
  ['field', '[method]field.column-u32', '$column-u32', '(param i32 i32 i32)'],
  ['field', '[method]field.column-text', '$column-text', '(param i32 i32 i32)'],
  ['field', '[method]field.set-column-u32', '$set-column-u32', '(param i32 i32 i32 i32 i32)'],
  ['field', '[method]field.set-column-text', '$set-column-text', '(param i32 i32 i32 i32 i32)'],
  ['field', '[resource-drop]field', '$drop-field', '(param i32)'],
  ['datasource', '[static]data-source.open', '$open', '(param i32 i32 i32)'],
  ['datasource', '[static]data-source.create', '$create', '(param i32 i32 i32 i32)'],
  ['datasource', '[method]data-source.get-field', '$get-field', '(param i32 i32 i32 i32)'],
  ['datasource', '[method]data-source.subscribe', '$subscribe', '(param i32 i32)'],
  ['datasource', '[method]data-source.new-packet', '$new-packet', '(param i32 i32 i32)'],
  ['datasource', '[resource-drop]data-source', '$drop-source', '(param i32)'],
  ['datasource', '[method]data-source.describe-fields', '$describe', '(param i32 i32)'],
  ['lists', 'get-u32', '$list-u32', '(param i32 i32 i32 i32)'],
  ['lists', 'set-u32', '$set-list-u32', '(param i32 i32 i32 i32 i32 i32)'],
  ['lists', 'column-u32', '$lists-u32', '(param i32 i32 i32)'],
  ['lists', 'column-s64', '$lists-s64', '(param i32 i32 i32)'],
  ['lists', 'set-column-u32', '$set-lists-u32', '(param i32 i32 i32 i32 i32 i32 i32)'],
  ['logging', 'log', '$log', '(param i32 i32 i32)'],
  ['handles', 'usage', '$usage', '(param i32)'],
];

/**
 * Text of a core module that opens `src` and its fields `v` (`$field`) and `t` (`$text`) in init and subscribes. `src` is
 * at address 16, `v` at 24, `t` at 28; results of imports go to 64; 32 holds an answer of `ok(keep)`; data of the test
 * may go to 128 and beyond; the heap begins at 4096.
 */
export function gadgetText(text: GuestText): string {
  const imported = coreImports.map(
    ([module, name, id, type]) => `(import "${ownName(module)}" "${name}" (func ${id} ${type}))`,
  );
  return `(module
    ${imported.join('\n    ')}
    (memory (export "memory") 1)
    (data (i32.const 16) "src") (data (i32.const 24) "v") (data (i32.const 28) "t")
    (global $heap (mut i32) (i32.const 4096))
    (global $source (mut i32) (i32.const 0))
    (global $field (mut i32) (i32.const 0))
    (global $text (mut i32) (i32.const 0))
    (global $calls (mut i32) (i32.const 0))
    (func $realloc (export "cabi_realloc") (param $old i32) (param $old-size i32) (param $align i32) (param $size i32)
      (result i32) (local $at i32)
      ${text.realloc ?? bump})
    (func (export "${ownName('lifecycle')}#init") (param i32) (result i32)
      (call $open (i32.const 16) (i32.const 3) (i32.const 64))
      (global.set $source (i32.load (i32.const 68)))
      (call $get-field (global.get $source) (i32.const 24) (i32.const 1) (i32.const 64))
      (global.set $field (i32.load (i32.const 68)))
      (call $get-field (global.get $source) (i32.const 28) (i32.const 1) (i32.const 64))
      (global.set $text (i32.load (i32.const 68)))
      (call $subscribe (global.get $source) (i32.const 64))
      ${text.init ?? '(i32.const 32)'})
    (func (export "${ownName('lifecycle')}#start") (result i32) (i32.const 32))
    (func (export "${ownName('lifecycle')}#stop") (result i32) (i32.const 32))
    (func $on-packet (export "${ownName('handler')}#on-packet") (param $sub i32) (param $packet i32) (result i32)
      ${text.onPacket ?? '(i32.const 32)'})
    (func (export "cabi_post_${ownName('handler')}#on-packet") (param $ret i32)
      ${text.postReturn ?? ''})
    ${text.extra ?? ''})`;
}

/** Body of a cabi_realloc: takes the next bytes, and grows memory when there are none. */
export const bump: string = `
  (local.set $at (i32.and (i32.add (global.get $heap) (i32.sub (local.get $align) (i32.const 1)))
    (i32.sub (i32.const 0) (local.get $align))))
  (global.set $heap (i32.add (local.get $at) (local.get $size)))
  (if (i32.gt_u (global.get $heap) (i32.mul (memory.size) (i32.const 65536)))
    (then (drop (memory.grow (i32.add (i32.const 1) (i32.div_u (local.get $size) (i32.const 65536)))))))
  (local.get $at)`;

/** An instance of a core module, and what it is called with. */
export interface CoreGuest extends TestGuest {
  init(): void;
  start(): void;
  /** One packet of `src`, with these rows; gives the draft as the guest left it. */
  onPacket(rows: readonly { v?: unknown; t?: unknown }[]): Draft;
  /** The instance's memory. */
  memory(): DataView;
}

/** Instantiates a core module whose `src` has fields `v` of kind uint32 (or `kind`, or of lists of `elements`) and `t` of kind text. */
export async function coreGuest(
  text: GuestText | string,
  options: TestGuestOptions & { kind?: Kind; elements?: ElementKind; meter?: CallMeter } = {},
): Promise<CoreGuest> {
  const test = newGuest({ phase: 'loading', ...options });
  const source = test.registry.create('src', 'events');
  const { elements } = options;
  if (elements === undefined) source.addField('v', options.kind ?? 'uint32');
  else source.addField('v', 'other', { elements });
  source.addField('t', 'text');
  const module = await compile(await parse(typeof text === 'string' ? text : gadgetText(text)));
  const binding = DirectBinding.of(test.guest, factsOf(module), options.meter);
  if (typeof binding === 'string') throw new Error(binding);
  const instance = binding.instantiateCore(module, {});
  const hooks = binding.exports as Record<string, Record<string, (...args: unknown[]) => unknown>>;
  return {
    ...test,
    memory: () => new DataView((instance.exports['memory'] as { buffer: ArrayBuffer }).buffer),
    init: () => {
      test.guest.phase = 'init';
      hooks['lifecycle']!['init']!('run');
    },
    start: () => {
      test.guest.phase = 'start';
      hooks['lifecycle']!['start']!();
      test.guest.phase = 'running';
    },
    onPacket: (rows) => {
      const { packet, draft } = receive(test.guest, packetOfRows(source, rows));
      try {
        hooks['handler']!['onPacket']!(0, packet);
      } finally {
        packet.expire();
      }
      return draft;
    },
  };
}

/** What loading would know of a component that is nothing but this module. */
export function factsOf(module: CoreModule): Parameters<typeof DirectBinding.of>[1] {
  const names = [...new Set(webAssembly.Module.imports(module).map((item) => item.module))];
  const match = (need: string): InterfaceMatch => ({
    need,
    offered: need,
    interface: need.replace(/^.*\/|@.*$/g, ''),
  });
  const exported = new Set(
    webAssembly.Module.exports(module)
      .map(({ name }) => /^(gadget:api\/[^#]+)#/.exec(name)?.[1])
      .filter((name) => name !== undefined),
  );
  return {
    modules: [module],
    imports: names,
    negotiated: {
      imports: names.filter((name) => name.startsWith('gadget:api/')).map(match),
      exports: [...exported].map(match),
    },
    plainCalls: true,
  };
}
