import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { componentize } from '../component/componentize.ts';
import { inspectComponent } from '../component/inspect.ts';
import { GadgetError, isGadgetError, messageOf } from '../errors.ts';
import type { LanguageBuilder } from './language-builder.ts';
import { runCargo } from './rust/cargo.ts';
import { type Crate, readCrate, withSdk } from './rust/crate.ts';
import { type CargoReport, readReport } from './rust/diagnostics.ts';
import { cargoHome, findProgram, machineAt } from './rust/machine.ts';
import { pathDependencyDigest } from './rust/path-dependencies.ts';
import { type TargetFolder, targetFolder } from './rust/target-folder.ts';
import { findToolchain, noCargo, type Toolchain } from './rust/toolchain.ts';
import { sdkDigest } from './sdk.ts';

/** Raised when the same source would become another component because of a change here. */
const recipe = 'rust-2';

/** The first build of a crate compiles everything it depends on, and maybe the standard library. */
const timeoutMs = 900_000;
/** Of that, for fetching crates, and for compiling. The rest is for waiting: see hold-name.ts. */
const fetchMs = 120_000;
const compileMs = 520_000;

const sdkHint =
  'gadget-guest comes with the npm package @gadget-api/guest, in sdk/rust: Cargo.toml must lead there, by path';

/** Of the compiler's errors, characters. */
const maxErrors = 16_384;

/** Crates with `crate-type = ["cdylib"]`, built by cargo. */
export const rustBuilder: LanguageBuilder = {
  timeoutMs,
  async version(folder, api) {
    if (findProgram('cargo') === undefined) return undefined;
    const against = api === undefined ? '' : await sdkDigest(api, 'rust');
    return [recipe, await pathDependencyDigest(folder), against].filter((part) => part !== '').join('+');
  },
  missing: noCargo,
  async lacks(folder) {
    const found = await findToolchain(machineAt(folder)).catch((error: unknown) => error);
    return isGadgetError(found) ? found : undefined;
  },
  async build(folder, onWarning, api) {
    const toolchain = await findToolchain(machineAt(folder));
    if (toolchain.target === 'wasm32-wasip2') {
      onWarning(
        'built for wasm32-wasip2, whose library imports wasi: `rustup target add wasm32-unknown-unknown` gives a component without',
      );
    }
    const own = await describe(toolchain, folder);
    const crate = api === undefined ? own : withSdk(own, api.rust);
    await using target = await targetFolder(crate, onWarning);
    const report = await compile(toolchain, folder, crate, target);
    report.warnings.forEach(onWarning);
    const module = await readFile(report.module!);
    const component = isComponent(module) ? module : await wrap(module, crate);
    requireGadget(component, crate);
    return component;
  },
};

async function describe(toolchain: Toolchain, folder: string): Promise<Crate> {
  const args = ['metadata', '--quiet', '--format-version', '1', '--filter-platform', toolchain.target];
  const { ok, stdout, stderr } = await runCargo(toolchain, folder, args, fetchMs);
  if (!ok) throw failed(folder, stderr, /gadget-guest/.test(stderr) ? sdkHint : undefined);
  return readCrate(folder, stdout);
}

async function compile(
  toolchain: Toolchain,
  folder: string,
  crate: Crate,
  target: TargetFolder,
): Promise<CargoReport> {
  const settings = [
    `target.${toolchain.target}.rustflags=${JSON.stringify(remaps(toolchain, crate, target))}`,
    `paths=${JSON.stringify(target.overrides)}`,
  ];
  const args = [
    ...['build', '--release', '--lib', '--quiet', '--message-format', 'json'],
    ...['--manifest-path', crate.manifest, '--target', toolchain.target, '--target-dir', target.path],
    ...settings.flatMap((setting) => ['--config', setting]),
    ...(toolchain.library === undefined ? [] : ['-Zbuild-std=std,panic_abort']),
  ];
  const { ok, stdout, stderr } = await runCargo(toolchain, folder, args, compileMs);
  const report = readReport(stdout, crate.manifest);
  if (!ok || report.module === undefined) throw failed(folder, report.errors.join('\n\n') || stderr);
  return report;
}

/**
 * What paths of this machine are called in the component. Few and the same for nearly all gadgets, as cargo compiles
 * everything again for other flags. Paths of the crate itself are relative anyway.
 */
function remaps(toolchain: Toolchain, crate: Crate, target: TargetFolder): string[] {
  const beside = crate.local.filter(({ movable, folder }) => !movable && !crate.manifest.startsWith(folder));
  const names: (readonly [from: string, to: string])[] = [
    [cargoHome(), '/cargo'],
    [target.path, '/target'],
    ...(toolchain.library === undefined ? [] : [[toolchain.library, '/library'] as const]),
    ...beside.map(({ name, folder }) => [folder, `/${name}`] as const),
  ];
  return names.map(([from, to]) => `--remap-path-prefix=${from}=${to}`);
}

function failed(folder: string, words: string, hint?: string): GadgetError {
  const cut = words.trim().slice(0, maxErrors);
  return new GadgetError('E_BUILD', `${path.basename(folder)} does not compile\n${cut}`.trim(), {
    ...(hint !== undefined && { hint }),
  });
}

/** The version in a component's header is another than in a module's. */
function isComponent(bytes: Uint8Array): boolean {
  return bytes[4] === 0x0d && bytes[6] === 0x01;
}

async function wrap(module: Uint8Array, crate: Crate): Promise<Uint8Array> {
  try {
    return await componentize(module);
  } catch (error) {
    throw new GadgetError('E_BUILD', `${crate.name} can't become a component: ${messageOf(error)}`, {
      cause: error,
    });
  }
}

/** A crate without exports compiles, and to nothing. */
function requireGadget(component: Uint8Array, { name }: Crate): void {
  const { exports } = inspectComponent(component);
  if (exports.some((each) => each.package === 'gadget:api' && each.interface === 'lifecycle')) return;
  throw new GadgetError('E_BUILD', `the crate ${name} exports no gadget`, {
    hint: 'write gadget_guest::export!(…) with the type that implements Gadget',
  });
}
