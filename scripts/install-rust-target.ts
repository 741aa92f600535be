/**
 * Makes sure that gadgets in Rust can be built here: `node scripts/install-rust-target.ts`. Installs what is missing only as
 * root on Debian; elsewhere it says what to install.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isGadgetError } from '../host/src/errors.ts';
import { machineAt } from '../host/src/gadget/rust/machine.ts';
import { debianPackages, findToolchain, installDebian } from '../host/src/gadget/rust/toolchain.ts';

/** Whether gadgets in Rust can be built on this machine, and if not, why. */
export type RustTarget = { ready: true; reason?: undefined } | { ready: false; reason: string };

const folder = join(import.meta.dirname, '../guest-rust-example');

/** Looks for the tools, and installs nothing. */
export async function findRustTarget(): Promise<RustTarget> {
  try {
    await findToolchain(machineAt(folder));
    return { ready: true };
  } catch (error) {
    if (!isGadgetError(error) || error.code !== 'E_BUILD_TOOL') throw error;
    return { ready: false, reason: `${error.message}; ${error.hint}` };
  }
}

/** Looks for the tools, and installs what is missing where that is possible. Doing it again does nothing. */
export async function installRustTarget(
  say: (line: string) => void = (line) => void process.stdout.write(`${line}\n`),
): Promise<RustTarget> {
  const found = await findRustTarget();
  if (found.ready || !canInstall()) return found;
  const line = installDebian(debianPackages);
  say(`${found.reason.split(';')[0]}\n$ ${line}`);
  const problem = await run(line);
  if (problem !== undefined) return { ready: false, reason: `${found.reason}, which ${problem}` };
  return findRustTarget();
}

/** The packages are Debian's, and only root installs them. Without cargo they are not enough. */
function canInstall(): boolean {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');
}

/** Says how it failed, if so; what it prints is shown only then. */
function run(line: string): Promise<string | undefined> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const child = spawn('/bin/sh', ['-c', line], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => (output += text));
  return new Promise((resolve) => {
    child.on('error', (error) => resolve(`failed: ${error.message}`));
    child.on('close', (code) => resolve(code === 0 ? undefined : `failed:\n${output.slice(-2000)}`));
  });
}

if (import.meta.main) {
  const { ready, reason } = await installRustTarget();
  console.log(ready ? 'gadgets in Rust can be built here' : reason);
  process.exitCode = ready ? 0 : 1;
}
