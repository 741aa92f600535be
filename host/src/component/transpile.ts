import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { ComponentInfo } from './inspect.ts';
import { openCache } from './cache.ts';
import { scriptCode, toScript } from './emitted.ts';
import type { Transpiled } from './transpiled.ts';

export type { Transpiled } from './transpiled.ts';

export interface TranspileOptions {
  /** Where transpiled components are kept; `false`: nowhere. Default: see {@link openCache}. */
  cacheDir?: string | false;
  /** Told once per folder when a cache cannot be used. */
  onWarning?: (message: string) => void;
}

/** Counts up when the script made from jco's output, or the options given to jco, change. */
const ourFormat = 3;

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
 * @throws GadgetError E_TRANSPILE
 */
export async function transpileComponent(
  bytes: Uint8Array,
  info: Pick<ComponentInfo, 'digest' | 'imports'>,
  options: TranspileOptions = {},
): Promise<Transpiled> {
  // Unmapped, imports lose their version, and two majors of an interface become one.
  const map = info.imports.map(({ name }): [string, string] => [name, name]);
  const cache = await openCache(options.cacheDir, options.onWarning);
  const key = createHash('sha256')
    .update(JSON.stringify([ourFormat, jcoVersion(), process.versions.v8, process.arch, info.digest, map]))
    .digest('hex');
  const kept = await cache?.load(key);
  if (kept !== undefined) return { digest: info.digest, ...kept };
  const { runTranspiler } = await import('./transpile-process.ts');
  const output = await runTranspiler(bytes, map);
  const source = toScript(output.source);
  const made = { source, code: scriptCode(source), coreModules: output.coreModules };
  await cache?.store(key, made);
  return { digest: info.digest, ...made };
}
