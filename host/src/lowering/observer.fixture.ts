/** For tests only: gadgets of the world `observer`, each one core module. */
import { componentEmbed, componentNew, parse } from '@bytecodealliance/jco-transpile/wasm-tools';
import { gadgetApiWit } from '../../../test/support/components.ts';
import { ownName } from '../versions/own-name.fixture.ts';

const imports: readonly [word: string, name: string, id: string, type: string][] = [
  ['logging', 'log', '$log', '(param i32 i32 i32)'],
  ['logging', 'log-with', '$log-with', '(param i32 i32 i32 i32 i32)'],
  ['clock', 'now', '$now', '(param i32)'],
  ['timer', 'once', '$once', '(param i32 i32)'],
  ['datasource', '[static]data-source.open', '$open', '(param i32 i32 i32)'],
  ['datasource', '[method]data-source.subscribe', '$subscribe', '(param i32 i32)'],
  ['datasource', 'unsubscribe', '$unsubscribe', '(param i32)'],
  ['datasource', '[resource-drop]data-source', '$drop-source', '(param i32)'],
  ['packet', '[resource-drop]packet', '$drop-packet', '(param i32)'],
];

/** Instructions of hooks; each leaves the address of its result. */
export interface ObserverText {
  /** After it has subscribed to `src`. Default: succeeds. */
  init?: string;
  /** Default: succeeds. */
  start?: string;
  /** Default: succeeds. */
  stop?: string;
  /** What the module runs at its start; leaves nothing. Default: nothing. */
  begin?: string;
  /** With `$subscription`. Default: succeeds. */
  onPacket?: string;
  /** With `$timer`. Default: succeeds. */
  onTick?: string;
  /** With `$subscription`, `$rows` and `$cause`. Default: succeeds. */
  onLoss?: string;
  /** Data segments. */
  data?: string;
}

/**
 * `src` is at address 16; results of imports go to 64; 32 holds an answer without an error, 48 the error `other` without a
 * text; data of the test may go to 128 and beyond; the heap begins at 8192.
 */
export function observerText(text: ObserverText): string {
  const imported = imports.map(
    ([word, name, id, type]) => `(import "${ownName(word)}" "${name}" (func ${id} ${type}))`,
  );
  const hook = (word: string, name: string, params: string, body = '(i32.const 32)'): string =>
    `(func (export "${ownName(word)}#${name}") ${params} (result i32) ${body})`;
  return `(module
    ${imported.join('\n    ')}
    (memory (export "memory") 1)
    (data (i32.const 16) "src") (data (i32.const 48) "\\01\\00\\00\\00\\0a") ${text.data ?? ''}
    (global $heap (mut i32) (i32.const 8192))
    (func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32)
      (global.set $heap (i32.and (i32.add (global.get $heap) (i32.const 7)) (i32.const -8)))
      (global.get $heap)
      (global.set $heap (i32.add (global.get $heap) (local.get 3))))
    ${hook(
      'lifecycle',
      'init',
      '(param i32)',
      `(call $open (i32.const 16) (i32.const 3) (i32.const 64))
       (call $subscribe (i32.load (i32.const 68)) (i32.const 64))
       ${text.init ?? '(i32.const 32)'}`,
    )}
    ${hook('lifecycle', 'start', '', text.start)}
    ${hook('lifecycle', 'stop', '', text.stop)}
    (func $begin ${text.begin ?? ''})
    (start $begin)
    ${hook(
      'handler',
      'on-packet',
      '(param $subscription i32) (param $packet i32)',
      `(call $drop-packet (local.get $packet)) ${text.onPacket ?? '(i32.const 32)'}`,
    )}
    ${hook('ticker', 'on-tick', '(param $timer i32)', text.onTick)}
    ${hook('losses', 'on-loss', '(param $subscription i32) (param $rows i32) (param $cause i32)', text.onLoss)})`;
}

/** A component around such a module. */
export async function observer(text: ObserverText): Promise<Uint8Array> {
  const embedded = await componentEmbed({
    binary: await parse(observerText(text)),
    witPath: gadgetApiWit,
    world: 'observer',
    stringEncoding: 'utf8',
  });
  return componentNew(embedded, []);
}

/** Numbers as the bytes of a data segment, each of so many bytes. */
export function bytesOf(...numbers: readonly [value: number | bigint, size: 1 | 4 | 8][]): string {
  const parts = numbers.map(([value, size]) => {
    const bytes = Buffer.alloc(8);
    bytes.writeBigUInt64LE(BigInt.asUintN(64, BigInt(value)));
    return bytes.subarray(0, size);
  });
  return [...Buffer.concat(parts)].map((byte) => `\\${byte.toString(16).padStart(2, '0')}`).join('');
}
