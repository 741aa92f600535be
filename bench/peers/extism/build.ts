import { readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { runCargo } from '../../../host/src/gadget/rust/cargo.ts';
import { readReport } from '../../../host/src/gadget/rust/diagnostics.ts';
import { cargoHome, machineAt } from '../../../host/src/gadget/rust/machine.ts';
import { targetFolder } from '../../../host/src/gadget/rust/target-folder.ts';
import { findToolchain } from '../../../host/src/gadget/rust/toolchain.ts';

/** The first build compiles the crates of Extism's kit, and the standard library where it is not installed. */
const timeoutMs = 520_000;

/**
 * The plug-in as a module of WebAssembly, built with the tools and into the folder that gadgets in Rust are built with.
 * Throws an Error with cargo's words when it does not compile, and E_BUILD_TOOL when a tool is missing.
 */
export async function buildPlugin(): Promise<Uint8Array> {
  const folder = await realpath(join(import.meta.dirname, 'plugin'));
  const toolchain = await findToolchain(machineAt(folder));
  if (toolchain.target !== 'wasm32-unknown-unknown') {
    throw new Error('a plug-in of Extism is a module: rustup target add wasm32-unknown-unknown');
  }
  const manifest = join(folder, 'Cargo.toml');
  const name = 'redact-extism';
  const crate = { name, manifest, local: [{ name, folder, movable: false }] };
  await using target = await targetFolder(crate, (text) => void process.stderr.write(`${text}\n`));
  // The same as for gadgets: for other flags cargo would compile the standard library again, and again for them.
  const remaps = [
    [cargoHome(), '/cargo'],
    [target.path, '/target'],
    ...(toolchain.library === undefined ? [] : [[toolchain.library, '/library']]),
  ].map(([from, to]) => `--remap-path-prefix=${from}=${to}`);
  const args = [
    ...['build', '--release', '--lib', '--locked', '--quiet', '--message-format', 'json'],
    ...['--manifest-path', manifest, '--target', toolchain.target, '--target-dir', target.path],
    ...['--config', `target.${toolchain.target}.rustflags=${JSON.stringify(remaps)}`],
    ...(toolchain.library === undefined ? [] : ['-Zbuild-std=std,panic_abort']),
  ];
  const { ok, stdout, stderr } = await runCargo(toolchain, folder, args, timeoutMs);
  const { module, errors } = readReport(stdout, manifest);
  if (!ok || module === undefined) {
    throw new Error(`the plug-in of Extism does not compile\n${errors.join('\n\n') || stderr}`);
  }
  return await readFile(module);
}
