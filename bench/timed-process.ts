import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { type ProcessUsage, processUsage } from './process-usage.ts';
import { ProofError } from './workload.ts';

const root = join(import.meta.dirname, '..');
/** How often memory and processor time are looked at. What comes in the last of these is not seen. Milliseconds. */
const lookEveryMs = 20;
const timeoutMs = 300_000;

/** How to run it. */
export interface TimedOptions {
  /** File for standard output, instead of a pipe to here. */
  stdoutFile?: string;
  /** Laid over this process's environment; undefined takes a name out. */
  env?: Readonly<Record<string, string | undefined>>;
  /** Default: the top of the checkout. */
  cwd?: string;
}

/** What it did. */
export interface TimedProcess {
  /** From before it was spawned until it had ended. Milliseconds. */
  ms: number;
  /** From before it was spawned until its first byte came here. Milliseconds. Undefined without one. */
  firstByteMs: number | undefined;
  /** Its peak of memory and its processor time, as far as they could be seen. Undefined where there is no /proc. */
  usage: ProcessUsage | undefined;
  /** Empty when it went to a file. */
  stdout: Buffer;
  stderr: string;
}

/** Runs a program and times it. Throws a ProofError unless it exits with 0. */
export function runTimed(
  program: string,
  argv: readonly string[],
  options: TimedOptions = {},
): Promise<TimedProcess> {
  const file = options.stdoutFile === undefined ? undefined : openSync(options.stdoutFile, 'w');
  const began = performance.now();
  const child = spawn(program, argv, {
    cwd: options.cwd ?? root,
    stdio: ['ignore', file ?? 'pipe', 'pipe'],
    env: { ...process.env, ...options.env },
    timeout: timeoutMs,
    killSignal: 'SIGKILL',
  });
  if (file !== undefined) closeSync(file);
  const chunks: Buffer[] = [];
  let firstByteMs: number | undefined;
  let endedAt = began;
  let usage: ProcessUsage | undefined;
  let stderr = '';
  const look = setInterval(() => {
    if (child.pid !== undefined) usage = processUsage(child.pid) ?? usage;
  }, lookEveryMs);
  child.stdout?.on('data', (chunk: Buffer) => {
    firstByteMs ??= performance.now() - began;
    chunks.push(chunk);
  });
  child.stderr!.setEncoding('utf8').on('data', (text: string) => void (stderr += text));
  child.on('exit', () => (endedAt = performance.now()));
  return new Promise((resolve, reject) => {
    child.on('error', (error) => {
      clearInterval(look);
      reject(error);
    });
    child.on('close', (code, signal) => {
      clearInterval(look);
      if (code !== 0) {
        const how = `${argv.join(' ')} ended with ${signal ?? code}: ${stderr.slice(-2000)}`;
        reject(new ProofError(how));
      } else resolve({ ms: endedAt - began, firstByteMs, usage, stdout: Buffer.concat(chunks), stderr });
    });
  });
}
