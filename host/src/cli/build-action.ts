import path from 'node:path';
import { GadgetError } from '../errors.ts';
import { inspectComponent } from '../component/inspect.ts';
import { buildFolder } from '../gadget/build.ts';
import { findGadget, isPath } from '../gadget/find.ts';
import { jsEngineOf } from '../gadget/js-engine.ts';
import { languageOf } from '../gadget/language.ts';
import { componentFile } from '../gadget/component.ts';
import { readPrebuilt } from '../gadget/prebuilt.ts';
import { apiCheckout } from './api-checkout.ts';
import { sayBuilding } from './building.ts';
import { clean } from '../clean.ts';
import { say, writeStdout } from './print.ts';
import { writeWhole } from './write-whole.ts';

/** The command's options. */
interface BuildOptions {
  output: string | undefined;
  engine: string | undefined;
  api: string | undefined;
  trusted: boolean;
}

/** Builds a folder, or takes the component that it holds instead of source, and writes it. Gives the exit code. */
export async function build(folder: string, options: BuildOptions): Promise<number> {
  const engine = options.engine === undefined ? undefined : jsEngineOf(options.engine);
  // What is built is always one's own: a bare word is a folder here.
  const found = await findGadget(isPath(folder) ? folder : `./${folder}`);
  if (found.kind !== 'folder') {
    throw new GadgetError('E_BUILD', `${folder} is a file`, {
      hint: 'name the folder that holds gadget.yaml and the source',
    });
  }
  const api = apiCheckout(options.api, [found]);
  const kept = path.join(found.folder, componentFile);
  const output = options.output ?? kept;
  const hasSource = languageOf(found.folder) !== undefined;
  const component = hasSource
    ? await buildFolder(found.folder, {
        api,
        engine: engine ?? found.manifest.build.engine,
        trusted: options.trusted,
        force: true,
        onBuilding: () => sayBuilding(found.name),
        onWarning: (text) => text.split('\n').forEach(say),
      })
    : await takePrebuilt(found.folder, engine);
  if (hasSource || path.resolve(output) !== path.resolve(kept)) await writeWhole(output, component);
  const { digest, imports } = inspectComponent(component);
  const lines = [
    `${output}: ${found.name} ${found.manifest.version}, ${component.length} bytes, ${digest}`,
    `imports ${imports.map(({ name }) => name).join(', ')}`,
  ];
  writeStdout(`${lines.map(clean).join('\n')}\n`);
  return 0;
}

/** Nothing is built, so no engine can be chosen. */
async function takePrebuilt(folder: string, engine: string | undefined): Promise<Uint8Array> {
  const component = await readPrebuilt(folder);
  if (engine !== undefined) {
    throw new GadgetError('E_USAGE', `--engine is about building, and there is no source in ${folder}`, {
      hint: 'leave it out',
    });
  }
  say(`${folder} holds no source: its ${componentFile} is taken as it is`);
  return component;
}
