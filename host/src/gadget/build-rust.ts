import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { componentize } from '../component/componentize.ts';
import { GadgetError, messageOf } from '../errors.ts';
import type { LanguageBuilder } from './language-builder.ts';
import { runCargo } from './rust/cargo.ts';
import { type Crate, readCrate } from './rust/crate.ts';
import { type CargoReport, readReport } from './rust/diagnostics.ts';
import { findProgram, machineAt } from './rust/machine.ts';
import { pathDependencyDigest } from './rust/path-dependencies.ts';
import { targetFolder } from './rust/target-folder.ts';
import { findToolchain, noCargo, type Toolchain } from './rust/toolchain.ts';

/** Raised when the same source would become another component because of a change here. */
const recipe = 'rust-1';

/** The first build of a crate compiles everything it depends on, and maybe the standard library. */
const timeoutMs = 900_000;

/** Of the compiler's errors, characters. */
const maxErrors = 16_384;

/** Crates with `crate-type = ["cdylib"]`, built by cargo. */
export const rustBuilder: LanguageBuilder = {
  timeoutMs,
  async version(folder) {
    if (findProgram('cargo') === undefined) return undefined;
    return [recipe, await pathDependencyDigest(folder)].filter((part) => part !== '').join('+');
  },
  missing: noCargo,
  async build(folder, onWarning) {
    const toolchain = await findToolchain(machineAt(folder));
    if (toolchain.target === 'wasm32-wasip2') {
      onWarning(
        'built for wasm32-wasip2, whose library imports wasi: `rustup target add wasm32-unknown-unknown` gives a component without',
      );
    }
    const crate = await describe(toolchain, folder);
    await using target = await targetFolder(folder, onWarning);
    const report = await compile(toolchain, folder, crate, target.path);
    report.warnings.forEach(onWarning);
    const module = await readFile(report.module!);
    return isComponent(module) ? module : await wrap(module, crate);
  },
};

async function describe(toolchain: Toolchain, folder: string): Promise<Crate> {
  const args = ['metadata', '--quiet', '--format-version', '1', '--filter-platform', toolchain.target];
  const { ok, stdout, stderr } = await runCargo(toolchain, folder, args, timeoutMs / 2);
  if (!ok) throw failed(folder, stderr);
  return readCrate(folder, stdout);
}

async function compile(
  toolchain: Toolchain,
  folder: string,
  crate: Crate,
  target: string,
): Promise<CargoReport> {
  const remaps = [[target, '/target'], [toolchain.library, '/library'], ...crate.remaps] as const;
  const flags = remaps
    .filter(([from]) => from !== undefined)
    .map(([from, to]) => `--remap-path-prefix=${from}=${to}`);
  const args = [
    ...['build', '--release', '--lib', '--quiet', '--message-format', 'json'],
    ...['--manifest-path', crate.manifest, '--target', toolchain.target, '--target-dir', target],
    ...['--config', `target.${toolchain.target}.rustflags=${JSON.stringify(flags)}`],
    ...(toolchain.library === undefined ? [] : ['-Zbuild-std=std,panic_abort']),
  ];
  // Ended before this process is, which would leave it running.
  const { ok, stdout, stderr } = await runCargo(toolchain, folder, args, timeoutMs - 10_000);
  const report = readReport(stdout, crate.manifest);
  if (!ok || report.module === undefined) throw failed(folder, report.errors.join('\n\n') || stderr);
  return report;
}

function failed(folder: string, words: string): GadgetError {
  const cut = words.trim().slice(0, maxErrors);
  return new GadgetError('E_BUILD', `${path.basename(folder)} does not compile\n${cut}`.trim());
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
      hint: 'does it use gadget_guest::export!?',
      cause: error,
    });
  }
}
