/**
 * Gadgets in Rust need a compiler with the library for WebAssembly. Where Rust came without rustup, Debian has both as
 * packages; this installs them if they are missing, if it may.
 */
import { spawnSync } from 'node:child_process';
import { machineAt } from '../host/src/gadget/rust/machine.ts';
import { debianPackages, findToolchain } from '../host/src/gadget/rust/toolchain.ts';

const root = new URL('..', import.meta.url).pathname;

/** What {@link installRustTarget} came to. */
export type Outcome = { ready: true; installed: boolean } | { ready: false; reason: string };

/** Whether gadgets in Rust can be built here, after installing what lacks, as root on Debian. */
export async function installRustTarget(): Promise<Outcome> {
  const reason = await missing();
  if (reason === undefined) return { ready: true, installed: false };
  if (process.getuid?.() !== 0) return { ready: false, reason: `${reason}; installing it takes root` };
  console.log(`installing ${debianPackages.join(' and ')}, to build gadgets in Rust: ${reason}`);
  const install = ['install', '-y', '--no-install-recommends', ...debianPackages];
  for (const args of [['update'], install]) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const { status, error } = spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env });
    if (status !== 0)
      return { ready: false, reason: `apt-get ${args[0]} failed: ${error?.message ?? status}` };
  }
  const still = await missing();
  return still === undefined ? { ready: true, installed: true } : { ready: false, reason: still };
}

async function missing(): Promise<string | undefined> {
  try {
    await findToolchain(machineAt(root));
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

if (import.meta.main) {
  const outcome = await installRustTarget();
  console.log(outcome.ready ? 'gadgets in Rust can be built here' : `not ready: ${outcome.reason}`);
  process.exitCode = outcome.ready ? 0 : 1;
}
