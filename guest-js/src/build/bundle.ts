import { join, resolve } from 'node:path';
import { build, type BuildFailure, type Message } from 'esbuild';
import { type ApiVersion, apiVersionFor, oldestApiVersion } from './api-version.ts';
import { type Diagnostic, fromFolder } from './diagnostic.ts';
import type { Engine } from './engine.ts';
import { findMissing, missingInjects, missingPlugin, missingPrefix } from './find-missing.ts';
import { placelessNames } from './module-names.ts';
import { sdkModule } from './package-files.ts';
import { resolvePlugin } from './resolve-plugin.ts';

/** A gadget and what it needs of the SDK as one module. */
export interface Bundle {
  source: string;
  /** Interfaces of `gadget:api` that the module imports: `logging`, `field` … */
  imports: string[];
  /** Interfaces that it exports. */
  exports: string[];
  /** The version of `gadget:api` that it needs, and imports. */
  api: ApiVersion;
  warnings: Diagnostic[];
}

/** Bundling failed; the diagnostics say why. */
export class BundleError extends Error {
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super('bundling failed');
    this.diagnostics = diagnostics;
  }
}

/** What is exported only if the gadget uses one of some modules of the SDK: found out by bundling without them first. */
const optionalExports = [
  { name: 'handler', because: ['subscribe'], made: 'handlerOf' },
  { name: 'losses', because: ['since-1.1/on-loss'], made: 'lossesOf' },
  { name: 'ticker', because: ['every', 'since-1.1/after'], made: 'tickerOf' },
] as const;

/** What stands for globals that an engine has not, or that would ask somebody else than the host. */
const globals: Readonly<Record<Engine, readonly string[]>> = {
  quickjs: ['console', 'date', 'performance', 'math-random', 'text-encoder', 'text-decoder'],
  starlingmonkey: ['console', 'date', 'performance', 'math-random'],
};
const apiImport = /^gadget:api\/([a-z0-9-]+)@/;

/**
 * Bundles the module of a gadget with what it uses of the SDK. Throws {@link BundleError}.
 *
 * What the gadget does not use is not in the bundle, and the interfaces behind it are not imported. Of those that are, it
 * imports the oldest version that has what it uses.
 */
export async function bundle(
  folder: string,
  entry: string,
  engine: Engine,
  minify: boolean,
): Promise<Bundle> {
  const once = (exports: readonly string[], api: ApiVersion): Promise<Output> =>
    run(folder, entry, exports, engine, api, minify);
  const first = await once([], oldestApiVersion);
  const exports = optionalExports
    .filter(({ because }) => because.some((name) => first.used.has(sdkModule(name))))
    .map(({ name }) => name);
  const api = apiVersionFor(first.used);
  const last = exports.length === 0 && api === oldestApiVersion ? first : await once(exports, api);
  const unusable = await findMissing(folder, last.used);
  const errors = unusable.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new BundleError(errors);
  return {
    source: placelessNames(last.text, folder),
    imports: last.imports.flatMap((path) => apiImport.exec(path)?.[1] ?? []).toSorted(),
    exports: ['lifecycle', ...exports].toSorted(),
    api,
    warnings: [...last.warnings, ...unusable],
  };
}

interface Output {
  text: string;
  imports: string[];
  warnings: Diagnostic[];
  /** Files of which something is in the output. */
  used: ReadonlySet<string>;
}

async function run(
  folder: string,
  entry: string,
  exports: readonly string[],
  engine: Engine,
  api: ApiVersion,
  minify: boolean,
): Promise<Output> {
  try {
    const result = await build({
      stdin: {
        contents: entryModule(folder, entry, exports),
        resolveDir: folder,
        loader: 'js',
        sourcefile: 'gadget-entry.js',
      },
      absWorkingDir: folder,
      bundle: true,
      write: false,
      metafile: true,
      outfile: join(folder, 'gadget-bundle.js'),
      format: 'esm',
      platform: 'neutral',
      mainFields: ['module', 'main'],
      conditions: ['gadget-component', 'module'],
      target: 'es2024',
      charset: 'utf8',
      legalComments: 'none',
      treeShaking: true,
      minifySyntax: true,
      minifyWhitespace: true,
      minifyIdentifiers: minify,
      keepNames: false,
      tsconfigRaw: { compilerOptions: { target: 'es2024', verbatimModuleSyntax: false } },
      define: {
        'globalThis.console': 'console',
        'globalThis.Date': 'Date',
        'globalThis.performance': 'performance',
        'globalThis.TextEncoder': 'TextEncoder',
        'globalThis.TextDecoder': 'TextDecoder',
        'Math.random': 'gadgetMathRandom',
        'globalThis.Math.random': 'gadgetMathRandom',
        'process.env.NODE_ENV': '"production"',
      },
      inject: [...globals[engine].map((name) => sdkModule(`globals/${name}`)), ...missingInjects(engine)],
      plugins: [missingPlugin(), resolvePlugin(engine, api)],
      logLevel: 'silent',
    });
    const [file] = result.outputFiles;
    const [output] = Object.values(result.metafile.outputs);
    if (file === undefined || output === undefined) throw new Error('esbuild answered no file');
    const used = new Set(
      Object.entries(output.inputs).flatMap(([path, { bytesInOutput }]) =>
        bytesInOutput > 0 ? [absolute(folder, path)] : [],
      ),
    );
    return {
      text: file.text,
      imports: output.imports.flatMap(({ path, external }) => (external === true ? [path] : [])),
      warnings: result.warnings.map((message) => toDiagnostic(folder, message, 'warning')),
      used,
    };
  } catch (error) {
    const { errors } = error as Partial<BuildFailure>;
    if (!Array.isArray(errors)) throw error;
    throw new BundleError(errors.map((message) => toDiagnostic(folder, message, 'error')));
  }
}

/** The module that the engine starts with. */
function entryModule(folder: string, entry: string, exports: readonly string[]): string {
  const from = (path: string): string => JSON.stringify(path);
  const lines = [
    `import gadget from ${from(join(folder, entry))};`,
    `import { newState } from ${from(sdkModule('state'))};`,
    `import { lifecycleOf } from ${from(sdkModule('hooks/lifecycle'))};`,
    'const state = newState();',
    'export const lifecycle = lifecycleOf(gadget, state);',
  ];
  for (const { name, made } of optionalExports) {
    if (!exports.includes(name)) continue;
    lines.push(
      `import { ${made} } from ${from(sdkModule(`hooks/${name}`))};`,
      `export const ${name} = ${made}(state);`,
    );
  }
  return lines.join('\n');
}

function absolute(folder: string, path: string): string {
  return path.startsWith(missingPrefix) ? path : resolve(folder, path);
}

function toDiagnostic(
  folder: string,
  { text, location }: Message,
  severity: Diagnostic['severity'],
): Diagnostic {
  if (location === null || location.file === 'gadget-entry.js') return { severity, text: explain(text) };
  const { file, line, column } = location;
  return { severity, text: explain(text), file: fromFolder(folder, file), line, column: column + 1 };
}

function explain(text: string): string {
  if (/No matching export .* for import "default"/.test(text))
    return `${text}: a gadget's module has \`export default defineGadget({ … })\``;
  return text;
}
