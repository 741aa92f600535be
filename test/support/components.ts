import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from '@bytecodealliance/jco-transpile/wasm-tools';
import { componentize } from 'componentize-qjs';

/** WebAssembly text to bytes. */
export async function wat(text: string): Promise<Uint8Array> {
  return parse(text);
}

/** A component of QuickJS, as gadgets in JavaScript are. `wit` is one file, or a path to a folder. */
export async function quickJs(
  wit: string,
  jsSource: string,
  world?: string,
  runtime?: Uint8Array,
): Promise<Uint8Array> {
  return made(wit, jsSource, { world, runtime, stubWasi: true });
}

/** As {@link quickJs}, but it imports what QuickJS needs of wasi: clocks, output, environment, folders. */
export async function quickJsOnWasi(wit: string, jsSource: string, world?: string): Promise<Uint8Array> {
  return made(wit, jsSource, { world, stubWasi: false });
}

interface Making {
  world: string | undefined;
  runtime?: Uint8Array | undefined;
  stubWasi: boolean;
}

async function made(
  wit: string,
  jsSource: string,
  { world, runtime, stubWasi }: Making,
): Promise<Uint8Array> {
  const folder = await mkdtemp(path.join(tmpdir(), 'gadget-test-'));
  try {
    const witPath = wit.startsWith('package ') ? path.join(folder, 'test.wit') : wit;
    if (witPath !== wit) await writeFile(witPath, wit);
    const { component } = await componentize({
      witPath,
      jsSource,
      world,
      stubWasi,
      ...(runtime === undefined ? { sync: true, optSize: true } : { runtimeBytes: Buffer.from(runtime) }),
    });
    return component;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The folder with the WIT of gadget:api. */
export const gadgetApiWit: string = path.join(import.meta.dirname, '../../wit/gadget-api');

/** The WIT of gadget:api 1.0.0, as it was released. */
export const firstApiWit: string = path.join(import.meta.dirname, '../../wit/frozen/1.0.0');

/** A gadget that does nothing, with everything that QuickJS brings along. */
export async function emptyGadget(): Promise<Uint8Array> {
  empty ??= quickJs(
    gadgetApiWit,
    `export const lifecycle = { init() {}, start() {}, stop() {} };
     export const handler = { onPacket() { return 'keep'; } };`,
    'gadget',
  );
  return empty;
}

let empty: Promise<Uint8Array> | undefined;
