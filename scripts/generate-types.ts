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
/** Exports that no component may go without. */
const required: ReadonlySet<string> = new Set(['lifecycle']);

/** A WIT package and where its types go. */
export interface Line {
  /** The folder of the WIT. */
  wit: string;
  /** The folder of the modules. */
  out: string;
  worlds: readonly string[];
}

/** What a host has. A preview beside the line in work has names of its own, so that it can go without a trace. */
export const lines: readonly Line[] = [
  {
    wit: join(root, 'wit/gadget-api'),
    out: join(root, 'host/src/generated'),
    worlds: ['imports', 'gadget', 'producer', 'aggregator', 'observer'],
  },
  {
    wit: join(root, 'wit/preview/2.0.0-preview.1'),
    out: join(root, 'host/src/generated/preview'),
    worlds: ['imports', 'gadget', 'producer', 'aggregator'],
  },
];

/** The files of a folder of types as they should be, by file name. */
export async function generate({ wit, out, worlds }: Line): Promise<Map<string, string>> {
  const offer = offerOf(readWit(wit).map(({ path, text }) => parseWit(text, path)));
  const modules = new Map<string, string>();
  for (const worldName of worlds) {
    const files = await generateHostTypes(wit, { worldName, name: worldName });
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
  files.set('shapes.ts', shapesModule(await shapesOf(wit, worlds)));
  for (const [name, text] of files) files.set(name, await format(join(out, name), text));
  return files;
}

async function format(path: string, text: string): Promise<string> {
  return prettier.format(text, { ...(await prettier.resolveConfig(path)), filepath: path });
}

if (import.meta.main) for (const line of lines) settle(line.out, await generate(line));
