import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** The checkout. */
export const root: string = join(import.meta.dirname, '../..');

/** What is run. */
export const bin: string = join(root, 'host/bin/gadget.js');

/** What a command printed, and how it ended. */
export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

/** How to start it. */
export interface Start {
  /** Standard input, which then ends; without it standard input is empty. */
  input?: string | Uint8Array;
  cwd?: string;
  env?: Record<string, string>;
  /** For Node itself. */
  execArgv?: readonly string[];
  /** Whether it leads a group of processes. */
  detached?: boolean;
}

/** Runs the real command to its end. */
export async function gadget(argv: readonly string[], start: Start = {}): Promise<Ended> {
  const running = startGadget(argv, start);
  running.write(start.input ?? '');
  running.endInput();
  return running.ended;
}

/** The command while it runs. */
export interface Running {
  ended: Promise<Ended>;
  pid: number;
  write(text: string | Uint8Array): void;
  endInput(): void;
  kill(signal: NodeJS.Signals): void;
  /** Resolves when this has been printed, on either stream; rejects when the command ends before. */
  printed(text: string): Promise<void>;
}

/** Starts the real command; its standard input stays open. */
export function startGadget(argv: readonly string[], start: Start = {}): Running {
  const child = spawn(process.execPath, [...(start.execArgv ?? []), bin, ...argv], {
    cwd: start.cwd ?? root,
    env: { ...process.env, ...start.env },
    stdio: 'pipe',
    detached: start.detached ?? false,
  });
  let stdout = '';
  let stderr = '';
  let wake = (): void => {};
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    wake();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
    wake();
  });
  // It may end before it has read everything.
  child.stdin.on('error', () => {});
  let over = false;
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      over = true;
      wake();
      resolve({ code, signal, stdout, stderr });
    });
  });
  return {
    ended,
    pid: child.pid!,
    write: (text) => void child.stdin.write(text),
    endInput: () => void child.stdin.end(),
    kill: (signal) => void child.kill(signal),
    printed: (text) =>
      new Promise((resolve, reject) => {
        wake = () => {
          if (stdout.includes(text) || stderr.includes(text)) resolve();
          else if (over) reject(new Error(`it ended without printing ${text}:\n${stdout}${stderr}`));
        };
        wake();
      }),
  };
}

/** Each line of standard output, as JSON. */
export function rows({ stdout }: Ended): unknown[] {
  return stdout.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as unknown]));
}
