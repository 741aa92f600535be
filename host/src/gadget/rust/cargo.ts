import { spawn } from 'node:child_process';
import { killAfter } from '../../child-deadline.ts';
import { GadgetError, messageOf } from '../../errors.ts';
import type { Toolchain } from './toolchain.ts';

/** What cargo printed. */
export interface CargoAnswer {
  ok: boolean;
  stdout: string;
  stderr: string;
}

/** Settings that would make another component of the same source, or put it elsewhere. */
const dropped =
  /^(RUSTFLAGS|CARGO_ENCODED_RUSTFLAGS|CARGO_BUILD_(RUSTFLAGS|TARGET|TARGET_DIR)|CARGO_TARGET_(DIR|.*_RUSTFLAGS))$/;

/** Of what cargo prints, characters. */
const maxOutput = 64 * 1024 * 1024;

/** Runs cargo in a folder. Throws E_BUILD_TOOL when it can't be started. */
export async function runCargo(
  toolchain: Toolchain,
  folder: string,
  args: readonly string[],
  timeoutMs: number,
): Promise<CargoAnswer> {
  const child = spawn(toolchain.cargo, args, {
    cwd: folder,
    env: environment(toolchain),
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
  // Cargo ends its compilers when it is asked to end.
  killAfter(child, timeoutMs, 'SIGTERM');
  const printed = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      if (printed[stream].length < maxOutput) printed[stream] += text;
    });
  }
  return new Promise((resolve, reject) => {
    child.on('error', (error) => {
      const text = `can't start ${toolchain.cargo}: ${messageOf(error)}`;
      reject(new GadgetError('E_BUILD_TOOL', text, { cause: error }));
    });
    child.on('close', (code) => resolve({ ok: code === 0, ...printed }));
  });
}

function environment({ rustc, target, library, linker }: Toolchain): NodeJS.ProcessEnv {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !dropped.test(name)));
  env['RUSTC'] = rustc;
  if (linker !== undefined) env[`CARGO_TARGET_${target.toUpperCase().replaceAll('-', '_')}_LINKER`] = linker;
  // Building the library is behind a gate that is open only in nightly compilers.
  if (library !== undefined) env['RUSTC_BOOTSTRAP'] = '1';
  return env;
}
