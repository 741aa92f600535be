import { join } from 'node:path';
import { generateHostTypes } from '@bytecodealliance/jco-transpile';
import * as prettier from 'prettier';
import { settle } from './generated-folder.ts';
import { offerOf } from './wit/offer.ts';
import { parseWit } from '../host/src/wit/parse.ts';
import { readWit } from '../host/src/wit/read.ts';
import { shapesModule, shapesOf } from './wit/shapes.ts';
import { indexModule, moduleName, offerModule, typesModule } from './wit/typescript.ts';

const root = join(import.meta.dirname, '..');
const witFolder = join(root, 'wit/gadget-api');
const outFolder = join(root, 'host/src/generated');
const worlds = ['imports', 'gadget', 'producer', 'aggregator', 'observer'];
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

if (import.meta.main) settle(outFolder, await generate());
