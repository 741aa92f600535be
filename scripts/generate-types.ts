import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateHostTypes } from '@bytecodealliance/jco-transpile';
import * as prettier from 'prettier';
import { offerOf } from './wit/offer.ts';
import { parseWit } from './wit/parse.ts';
import { readWit } from './wit/read.ts';
import { shapesModule, shapesOf } from './wit/shapes.ts';
import { indexModule, moduleName, offerModule, typesModule } from './wit/typescript.ts';

const root = join(import.meta.dirname, '..');
const witFolder = join(root, 'wit/gadget-api');
const outFolder = join(root, 'host/src/generated');
const worlds = ['imports', 'gadget', 'producer', 'aggregator'];
/** Exports that no component may go without. */
const required: ReadonlySet<string> = new Set(['lifecycle']);

/** The files of host/src/generated as they should be, by file name. */
export async function generate(): Promise<Map<string, string>> {
  const offer = offerOf(readWit(witFolder).map(({ path, text }) => parseWit(text, path)));
  const modules = new Map<string, string>();
  for (const worldName of worlds) {
    const files = await generateHostTypes(witFolder, { worldName, name: worldName });
    for (const [path, bytes] of Object.entries(files)) {
      const name = /^interfaces\/(.+)\.d\.ts$/.exec(path)?.[1];
      if (name !== undefined) modules.set(name, typesModule(Buffer.from(bytes).toString('utf8')));
    }
  }
  const expected = offer.map(moduleName).toSorted().join(' ');
  const made = [...modules.keys()].toSorted().join(' ');
  if (made !== expected) throw new Error(`jco made ${made}; the worlds name ${expected}`);

  const files = new Map([...modules].map(([name, text]) => [`${name}.ts`, text]));
  files.set('index.ts', indexModule(offer, modules, required));
  files.set('offer.ts', offerModule(offer));
  files.set('shapes.ts', shapesModule(await shapesOf(witFolder, worlds)));
  for (const [name, text] of files) files.set(name, await format(name, text));
  return files;
}

async function format(name: string, text: string): Promise<string> {
  const path = join(outFolder, name);
  return prettier.format(text, { ...(await prettier.resolveConfig(path)), filepath: path });
}

/** Names of files in a folder that differ from the wanted ones, are missing, or should not be there. In order. */
export function stale(folder: string, wanted: ReadonlyMap<string, string>): string[] {
  const present = new Map(names(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
  const all = new Set([...wanted.keys(), ...present.keys()]);
  return [...all].filter((name) => wanted.get(name) !== present.get(name)).toSorted();
}

function names(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

if (import.meta.main) {
  const wanted = await generate();
  const different = stale(outFolder, wanted);
  if (process.argv.includes('--check')) {
    for (const name of different) console.error(`host/src/generated/${name} is stale: run npm run gen`);
    process.exitCode = different.length > 0 ? 1 : 0;
  } else {
    mkdirSync(outFolder, { recursive: true });
    for (const name of different) {
      const text = wanted.get(name);
      if (text === undefined) rmSync(join(outFolder, name));
      else writeFileSync(join(outFolder, name), text);
      console.log(`host/src/generated/${name}`);
    }
  }
}
