import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { GadgetError } from '@gadget-api/host';
import { CoreModule } from './core-module.ts';
import { bridgeLists } from './list-bridge.ts';
import { pinClock } from './pinned-clock.ts';
import { bridgeResults } from './result-bridge.ts';
import { bridgeWideNumbers } from './wide-bridge.ts';

/**
 * The runtime module that componentize-qjs 0.4.5 links gadgets with (the one for speed, without async): its builds for
 * Linux, for Windows, and for macOS on both processors. The package's native library carries it as it is.
 */
const builds = [
  { length: 1_497_910, sha256: '25703f010b80efb806f9c35daf9ee6524ad60320c9781b0bae4e234264f8dac5' },
  { length: 1_498_106, sha256: 'fc619766ee7d5f0f6524150bdaae904b60a928553c56627aa124661f6e2cb030' },
  { length: 1_497_936, sha256: 'be9f5e706b5e872019768771b1ae4c427065b626f25b258bf4f990ef558409ad' },
  { length: 1_497_939, sha256: '46a26a617e491169d0abf8a56e180a3910ff9842a70d2e2135e42311514770bf' },
] as const;

const engine = 'componentize-qjs';
const magic = Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);

let prepared: Promise<Uint8Array> | undefined;

/** The runtime that gadgets are built with: its clock is pinned and its 64-bit numbers are exact. */
export function quickJsRuntime(): Promise<Uint8Array> {
  prepared ??= prepare();
  return prepared;
}

async function prepare(): Promise<Uint8Array> {
  const runtime = new CoreModule(findRuntime(await readFile(nativeLibrary())));
  pinClock(runtime);
  bridgeWideNumbers(runtime);
  bridgeResults(runtime);
  bridgeLists(runtime);
  return runtime.bytes();
}

/** The runtime module in the bytes of the native library. Throws `E_BUILD_TOOL` when it is not one that we know. */
export function findRuntime(library: Buffer): Uint8Array {
  for (let at = library.indexOf(magic); at >= 0; at = library.indexOf(magic, at + 1)) {
    for (const { length, sha256 } of builds) {
      const module = library.subarray(at, at + length);
      if (createHash('sha256').update(module).digest('hex') === sha256) return module;
    }
  }
  throw incomplete(`${engine} does not hold the QuickJS runtime that gadgets are built with`);
}

/** The package has one library a platform, each a package of its own of which npm installs what fits. */
function nativeLibrary(): string {
  const own = createRequire(createRequire(import.meta.url).resolve(`${engine}/package.json`));
  const { optionalDependencies } = own('./package.json') as { optionalDependencies: Record<string, string> };
  for (const name of Object.keys(optionalDependencies)) {
    try {
      return own.resolve(name);
    } catch {
      // For another platform.
    }
  }
  throw incomplete(`${engine} has no library for this platform`);
}

function incomplete(message: string): GadgetError {
  return new GadgetError('E_BUILD_TOOL', message, { hint: 'install @gadget-api/guest again' });
}
