import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { ComponentInfo } from './inspect.ts';
import { instrument } from './bounds/instrument.ts';
import { openCache } from './cache.ts';
import { scriptCode, toScript } from './emitted.ts';
import type { Transpiled } from './transpiled.ts';

export type { Transpiled } from './transpiled.ts';

export interface TranspileOptions {
  /** Where transpiled components are kept; `false`: nowhere. Default: see {@link openCache}. */
  cacheDir?: string | false;
  /** Whether its core modules count what they do; see {@link instrument}. Default false. */
  fuel?: boolean;
  /** Told once per folder when a cache cannot be used. */
  onWarning?: (message: string) => void;
}

/** Counts up when the script made from jco's output, the options given to jco, or what is put into core modules, change. */
const ourFormat = 5;

/** The package does not let its package.json be imported by name. */
function jcoVersion(): string {
  const require = createRequire(import.meta.url);
  const { version } = require(
    path.join(path.dirname(require.resolve('@bytecodealliance/jco-transpile')), '../package.json'),
  ) as {
    version: string;
  };
  return version;
}

/**
 * Translates a component to JavaScript and core modules, in a child process with limits, or takes what an earlier
 * call left in the cache. `info` must come from `inspectComponent(bytes)`: its check of names is what makes the
 * JavaScript safe to run.
 *
 * Core modules are kept as {@link instrument} writes them, which takes as long as compiling them.
 *
 * @throws GadgetError E_TRANSPILE; E_CORE_FEATURE for a core module that can't be kept within bounds
 */
export async function transpileComponent(
  bytes: Uint8Array,
  info: Pick<ComponentInfo, 'digest' | 'imports'>,
  options: TranspileOptions = {},
): Promise<Transpiled> {
  // Unmapped, imports lose their version, and two majors of an interface become one.
  const map = info.imports.map(({ name }): [string, string] => [name, name]);
  const fuel = options.fuel ?? false;
  const cache = await openCache(options.cacheDir, options.onWarning);
  const key = createHash('sha256')
    .update(
      JSON.stringify([ourFormat, jcoVersion(), process.versions.v8, process.arch, info.digest, map, fuel]),
    )
    .digest('hex');
  const kept = await cache?.load(key);
  if (kept !== undefined) return { digest: info.digest, ...kept };
  const { runTranspiler } = await import('./transpile-process.ts');
  const output = await runTranspiler(bytes, map);
  const source = toScript(output.source);
  const coreModules = new Map(
    [...output.coreModules].map(([name, module]) => [name, instrument(module, { fuel })]),
  );
  const made = { source, code: scriptCode(source), coreModules };
  await cache?.store(key, made);
  return { digest: info.digest, ...made };
}
