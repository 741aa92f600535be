import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { installDebian } from '../host/src/gadget/rust/toolchain.ts';

/** Whether packages of Debian can be installed here: only root installs them. */
export function canInstall(): boolean {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');
}

/** Installs packages, after saying with which command. Says how that failed, if so; what it prints is shown only then. */
export function installPackages(
  packages: readonly string[],
  say: (line: string) => void,
): Promise<string | undefined> {
  const line = installDebian(packages);
  say(`$ ${line}`);
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
