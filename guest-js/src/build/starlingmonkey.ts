import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type * as ComponentizeJs from '@bytecodealliance/componentize-js';
import { GadgetError } from '@gadget-api/host';
import type { ComponentSource } from './engine.ts';

const builder = '@bytecodealliance/componentize-js';
const version = '0.23.0';

/** All it knows: a gadget has nothing but `gadget:api`. */
const disableFeatures = ['stdio', 'random', 'clocks', 'http', 'fetch-event'] as const;

/**
 * Goes before the gadget. Without WASI the engine's clock stands where it stood in the build; what asks it past the SDK
 * (`globalThis['Date']`) gets an error instead of that time.
 */
export const noClock: string = [
  "{const none=()=>{throw new Error('a gadget asks the host for the time: write Date, and not another name for it')};",
  'globalThis.Date=class Date extends globalThis.Date{',
  'constructor(...parts){if(parts.length===0)none();super(...parts)}',
  'static now(){return none()}};',
  'delete globalThis.performance}',
].join('');

/**
 * Makes a component that StarlingMonkey runs, which is SpiderMonkey with much of the web platform. Its builder is not
 * installed with this package, as it is large. It blocks this process for as long as it works.
 */
export async function starlingMonkeyComponent(given: ComponentSource): Promise<Uint8Array> {
  const { source, witPath, world, scratch } = given;
  const { componentize } = await load();
  const sourcePath = join(scratch, 'gadget.js');
  await writeFile(sourcePath, noClock + source);
  try {
    const made = await componentize({
      sourcePath,
      witPath,
      worldName: world,
      disableFeatures: [...disableFeatures],
    });
    return made.component;
  } catch (error) {
    throw new Error(engineWords(error instanceof Error ? error.message : String(error)), { cause: error });
  }
}

async function load(): Promise<typeof ComponentizeJs> {
  try {
    return await import('@bytecodealliance/componentize-js');
  } catch (cause) {
    throw new GadgetError(
      'E_BUILD_TOOL',
      `building for starlingmonkey needs ${builder}, which cannot be loaded`,
      {
        hint: `npm install -D ${builder}@${version}, in the same place as @gadget-api/guest`,
        cause,
      },
    );
  }
}

/** What the engine said about the gadget, without what its builder says about itself. */
function engineWords(message: string): string {
  return message
    .replace(/^Failed to initialize component \(.*\):\n/, '')
    .replace(/^Exception while evaluating top-level script\n/, '')
    .replace(/^.*gadget\.js:(\d+:\d+) /gm, '')
    .replace(/\nAdditionally, some promises were rejected[^]*?\nStack:/, '');
}
