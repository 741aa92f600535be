/**
 * Makes sure that tests can run components in wasmtime: `node scripts/install-wasmtime-host.ts`. Installs what is missing of
 * the system only as root on Debian; elsewhere it says what to install.
 */
import { installWasmtime } from '../test/conformance/wasmtime/install.ts';
import { canInstall, installPackages } from './debian-packages.ts';

/** Installs what is missing where that is possible; says why it can't be had, if so. Doing it again does nothing. */
export async function installWasmtimeHost(
  say: (line: string) => void = (line) => void process.stdout.write(`${line}\n`),
): Promise<string | undefined> {
  const { reason, packages } = await installWasmtime();
  if (packages === undefined || !canInstall()) return reason;
  say(reason.split(';')[0]!);
  const problem = await installPackages(packages, say);
  if (problem !== undefined) return `${reason}, which ${problem}`;
  return (await installWasmtime()).reason;
}

if (import.meta.main) {
  const reason = await installWasmtimeHost();
  console.log(reason ?? 'components can be run in wasmtime here');
  process.exitCode = reason === undefined ? 0 : 1;
}
