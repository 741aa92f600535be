import { createHash } from 'node:crypto';
import { mkdtemp, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GadgetError, isGadgetError } from '@gadget-api/host';
import { bundle, type Bundle, BundleError } from './bundle.ts';
import { buildError, type Diagnostic } from './diagnostic.ts';
import { componentOf, type Engine, engineOf, engines } from './engine.ts';
import { requireEntry } from './find-entry.ts';
import { typeCheck } from './type-check.ts';
import { importsOf, worldName, writeWorld } from './world.ts';

/** How to build. */
export interface BuildOptions {
  /** Where to write the component. It is written beside it first and then renamed. Default: nowhere. */
  outFile?: string;
  /** Shorten names in the code, which makes the stacks of errors hard to read. Default: false. */
  minify?: boolean;
  /** The JavaScript engine that the component brings. Default: `quickjs`. See {@link engines}. */
  engine?: Engine;
  /** Gets each remark of the compilers as it comes, warnings included. */
  onDiagnostic?: (diagnostic: Diagnostic) => void;
}

/** A built gadget. */
export interface BuildResult {
  component: Uint8Array;
  /**
   * The interfaces it imports, such as `gadget:api/field@1.0.0`: what it can do. Their version is the oldest that has what the
   * gadget uses, so that no host is too old for nothing.
   */
  imports: string[];
  /** The interfaces it exports. */
  exports: string[];
  /** What compilers remarked, none of it fatal. */
  warnings: Diagnostic[];
  /**
   * `sha256:` and the digest of the component in hexadecimal. The same sources, packages and builder give the same one
   * wherever they lie, as long as the operating system is the same.
   */
  digest: string;
}

/**
 * Makes a component from a gadget in TypeScript or JavaScript. The folder's module is `gadget.ts`, `gadget.js`, or one of
 * these in `src`; its default export is what `defineGadget` answers.
 *
 * Type-checks (TypeScript), bundles, and puts the result into a component that imports only the interfaces that the
 * gadget uses. Runs nothing of the gadget but the top level of its module, without any access to this machine.
 *
 * Throws a `GadgetError` with code `E_BUILD`, whose message holds file, line and the compiler's words, and whose
 * `details.diagnostics` hold them apart.
 */
export async function buildGadget(folder: string, options: BuildOptions = {}): Promise<BuildResult> {
  const home = await realpath(folder).catch((cause: unknown) => {
    throw new GadgetError('E_BUILD', `${folder} cannot be read`, { cause });
  });
  const entry = requireEntry(home);
  const engine = engineOf(options.engine ?? engines[0]);
  const scratch = await mkdtemp(join(tmpdir(), 'gadget-build-'));
  const stop = new AbortController();
  const warnings: Diagnostic[] = [];
  const report = (diagnostics: readonly Diagnostic[]): void => {
    for (const diagnostic of diagnostics) options.onDiagnostic?.(diagnostic);
  };
  try {
    const checking = typeCheck(home, entry, engine, scratch, stop.signal);
    // What takes long waits for the types, which are often the first to be wrong.
    const ready = engine === 'quickjs' ? Promise.resolve() : checking.then(stopAtErrors);
    const [types, made] = await Promise.allSettled([
      checking,
      ready.then(() => makeComponent(home, entry, scratch, engine, options.minify ?? false)),
    ]);
    if (types.status === 'rejected') throw types.reason;
    report(types.value);
    const errors = errorsIn(types.value);
    if (errors.length > 0) throw buildError(folder, errors);
    if (made.status === 'rejected') throw asBuildError(folder, made.reason, report);
    const { component, imports, exports, api } = made.value;
    warnings.push(...types.value, ...made.value.warnings);
    report(made.value.warnings);
    if (options.outFile !== undefined) await writeInPlace(options.outFile, component);
    const digest = `sha256:${createHash('sha256').update(component).digest('hex')}`;
    const versioned = (name: string): string => `gadget:api/${name}@${api}`;
    return { component, imports: imports.map(versioned), exports: exports.map(versioned), warnings, digest };
  } finally {
    stop.abort();
    await rm(scratch, { recursive: true, force: true });
  }
}

async function makeComponent(
  folder: string,
  entry: string,
  scratch: string,
  engine: Engine,
  minify: boolean,
): Promise<Bundle & { component: Uint8Array }> {
  const bundled = await bundle(folder, entry, engine, minify);
  const imports = importsOf(bundled.imports, bundled.exports);
  const witPath = await writeWorld(scratch, imports, bundled.exports, bundled.api);
  const { source } = bundled;
  const component = await componentOf(engine, { source, witPath, world: worldName, scratch });
  return { ...bundled, imports, component };
}

function errorsIn(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.filter(({ severity }) => severity === 'error');
}

function stopAtErrors(diagnostics: readonly Diagnostic[]): void {
  const errors = errorsIn(diagnostics);
  if (errors.length > 0) throw new BundleError(errors);
}

function asBuildError(
  folder: string,
  error: unknown,
  report: (diagnostics: readonly Diagnostic[]) => void,
): GadgetError {
  if (isGadgetError(error)) return error;
  const diagnostics: readonly Diagnostic[] =
    error instanceof BundleError
      ? error.diagnostics
      : [{ severity: 'error', text: error instanceof Error ? error.message : String(error) }];
  report(diagnostics);
  return buildError(folder, diagnostics, error);
}

async function writeInPlace(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(temporary, bytes);
    await rename(temporary, path);
  } catch (cause) {
    await rm(temporary, { force: true });
    throw new GadgetError('E_BUILD', `${path} cannot be written`, { blame: 'system', cause });
  }
}
