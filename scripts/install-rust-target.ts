/**
 * Makes sure that gadgets in Rust can be built here: `node scripts/install-rust-target.ts`. Installs what is missing only as
 * root on Debian; elsewhere it says what to install.
 */
import { join } from 'node:path';
import { isGadgetError } from '../host/src/errors.ts';
import { machineAt } from '../host/src/gadget/rust/machine.ts';
import { debianPackages, findToolchain } from '../host/src/gadget/rust/toolchain.ts';
import { canInstall, installPackages } from './debian-packages.ts';

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
  // Without cargo the packages are not enough.
  if (found.ready || !canInstall()) return found;
  say(found.reason.split(';')[0]!);
  const problem = await installPackages(debianPackages, say);
  if (problem !== undefined) return { ready: false, reason: `${found.reason}, which ${problem}` };
  return findRustTarget();
}

if (import.meta.main) {
  const { ready, reason } = await installRustTarget();
  console.log(ready ? 'gadgets in Rust can be built here' : reason);
  process.exitCode = ready ? 0 : 1;
}
