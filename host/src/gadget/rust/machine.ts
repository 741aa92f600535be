import { execFile } from 'node:child_process';
import { accessSync, constants, existsSync, realpathSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

/** What looking for tools needs to know about this machine. */
export interface Machine {
  /** The path of a program, also of one that rustup put into the home folder only; undefined when there is none. */
  which(name: string): string | undefined;
  exists(file: string): boolean;
  /** The path without links. */
  real(file: string): string;
  /** What a program prints; undefined when it fails. */
  ask(program: string, args: readonly string[]): Promise<string | undefined>;
}

const execute = promisify(execFile);

/** This machine, asked from within `folder`, whose `rust-toolchain.toml` counts. */
export function machineAt(folder: string): Machine {
  return {
    which: findProgram,
    exists: (file) => existsSync(file),
    real: (file) => realpathSync(file),
    async ask(program, args) {
      try {
        const { stdout } = await execute(program, args, { cwd: folder, timeout: 60_000, windowsHide: true });
        return stdout.trim();
      } catch {
        return undefined;
      }
    },
  };
}

/** Where cargo keeps what it has fetched, and rustup its programs. */
export function cargoHome(): string {
  return process.env['CARGO_HOME'] ?? path.join(os.homedir(), '.cargo');
}

/** The path of a program; undefined when there is none. sudo's PATH leaves out the home folder, so that is looked at too. */
export function findProgram(name: string): string | undefined {
  const folders = (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .filter((folder) => path.isAbsolute(folder));
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return [...folders, path.join(cargoHome(), 'bin')]
    .map((folder) => path.join(folder, name + suffix))
    .find(isProgram);
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
