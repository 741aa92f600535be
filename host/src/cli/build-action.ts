import { randomBytes } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { GadgetError, messageOf } from '../errors.ts';
import { inspectComponent } from '../component/inspect.ts';
import { buildFolder } from '../gadget/build.ts';
import { findGadget, isPath } from '../gadget/find.ts';
import { jsEngineOf } from '../gadget/js-engine.ts';
import { checkoutSdk } from '../gadget/sdk.ts';
import { sayBuilding } from './building.ts';
import { clean } from '../clean.ts';
import { say, writeStdout } from './print.ts';

/** Builds a folder and writes the component. Gives the exit code. */
export async function build(
  folder: string,
  options: {
    output: string | undefined;
    engine: string | undefined;
    api: string | undefined;
    trusted: boolean;
  },
): Promise<number> {
  const engine = options.engine === undefined ? undefined : jsEngineOf(options.engine);
  // What is built is always one's own: a bare word is a folder here.
  const found = await findGadget(isPath(folder) ? folder : `./${folder}`);
  if (found.kind !== 'folder') {
    throw new GadgetError('E_BUILD', `${folder} is a file`, {
      hint: 'name the folder that holds gadget.yaml and the source',
    });
  }
  const component = await buildFolder(found.folder, {
    api: options.api === undefined ? undefined : checkoutSdk(options.api),
    engine: engine ?? found.manifest.build.engine,
    trusted: options.trusted,
    force: true,
    onBuilding: () => sayBuilding(found.name),
    onWarning: (text) => text.split('\n').forEach(say),
  });
  const output = options.output ?? path.join(found.folder, 'gadget.wasm');
  await writeInPlace(output, component);
  const { digest, imports } = inspectComponent(component);
  const lines = [
    `${output}: ${found.name} ${found.manifest.version}, ${component.length} bytes, ${digest}`,
    `imports ${imports.map(({ name }) => name).join(', ')}`,
  ];
  writeStdout(`${lines.map(clean).join('\n')}\n`);
  return 0;
}

/** Written beside it and renamed: nobody sees half a component. */
async function writeInPlace(file: string, bytes: Uint8Array): Promise<void> {
  const temporary = path.join(path.dirname(file), `.${randomBytes(8).toString('hex')}.tmp`);
  try {
    await writeFile(temporary, bytes, { flag: 'wx' });
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw new GadgetError('E_OUTPUT_WRITE', `${file} can't be written: ${messageOf(error)}`, {
      cause: error,
    });
  }
}
