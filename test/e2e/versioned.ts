import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { componentEmbed, componentNew, parse } from '@bytecodealliance/jco-transpile/wasm-tools';
import { gadgetApiWit } from '../support/components.ts';

/** What a gadget is made for. */
export interface MadeFor {
  /** Versions of `gadget:api` whose `logging` it imports. */
  imports: readonly string[];
  /** Versions whose `lifecycle` it exports. */
  exports: readonly string[];
  /** Whether it imports `flush` of each `logging`, which no version has. */
  flush?: boolean;
}

/**
 * A gadget whose init logs for which version it was made. In majors other than 1, `log` takes nothing but a text and `lifecycle` is
 * `begin`.
 */
export async function versionedGadget({ imports, exports, flush = false }: MadeFor): Promise<Uint8Array> {
  const module = (version: string): string => `gadget:api/logging@${version}`;
  const core = `(module
    ${imports.map((each) => `(import "${module(each)}" "log" (func ${isFirst(each) ? '$log (param i32 i32 i32)' : '(param i32 i32)'}))`).join('\n')}
    ${flush ? imports.map((each) => `(import "${module(each)}" "flush" (func))`).join('\n') : ''}
    ${imports.some(isFirst) ? '' : '(func $log (param i32 i32 i32))'}
    (memory (export "memory") 1)
    ${exports.map((version, place) => `(data (i32.const ${place * 64}) "${text(version)}")`).join('\n')}
    ${exports.map((version, place) => hooks(version, place)).join('\n')}
    (func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32) (i32.const 4096)))`;
  const packages = await Promise.all(
    [...new Set([...imports, ...exports])].map((each) => apiOf(each, flush)),
  );
  const items = [
    ...imports.map((version) => `import ${module(version)};`),
    ...exports.map((version) => `export gadget:api/lifecycle@${version};`),
  ];
  const witSource = `package test:versioned@1.0.0;
    world versioned { ${items.join(' ')} }
    ${packages.join('\n')}`;
  const embedded = await componentEmbed({ binary: await parse(core), witSource, world: 'versioned' });
  return componentNew(embedded);
}

function isFirst(version: string): boolean {
  return version.startsWith('1.');
}

function text(version: string): string {
  return `made for ${version}`;
}

/** Address 1024 is zero for ever: the result "ok". 2 is the level info. */
function hooks(version: string, place: number): string {
  const name = `gadget:api/lifecycle@${version}`;
  if (!isFirst(version)) return `(func (export "${name}#begin"))`;
  return `
    (func (export "${name}#init") (param i32) (result i32)
      (call $log (i32.const 2) (i32.const ${place * 64}) (i32.const ${text(version).length})) (i32.const 1024))
    (func (export "${name}#start") (result i32) (i32.const 1024))
    (func (export "${name}#stop") (result i32) (i32.const 1024))`;
}

/** The interfaces that such gadgets use, in a version. */
async function apiOf(version: string, flush: boolean): Promise<string> {
  const more = flush ? 'flush: func();' : '';
  if (!isFirst(version)) {
    return `package gadget:api@${version} {
      interface logging { log: func(message: string); ${more} }
      interface lifecycle { begin: func(); } }`;
  }
  const files = ['types', 'logging', 'lifecycle'];
  const texts = await Promise.all(files.map((file) => readFile(join(gadgetApiWit, `${file}.wit`), 'utf8')));
  const all = texts.join('\n').replaceAll(/@since\(version = [^)]*\)/g, '');
  return `package gadget:api@${version} { ${all.replace('interface logging {', `interface logging { ${more}`)} }`;
}
