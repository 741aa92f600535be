import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ProofError } from '../../workload.ts';

const run = promisify(execFile);
const folder = import.meta.dirname;
/** The first build compiles wasmtime and its compiler, which takes minutes. */
const timeoutMs = 1_800_000;
/** A build that takes longer than this is one to wait for. Milliseconds. */
const patienceMs = 2000;
/** Lines about artifacts of some hundred crates. */
const maxBuffer = 64 * 2 ** 20;

let built: Promise<string> | undefined;

/**
 * The program that runs components in wasmtime, built in release mode, at most once in this process. Throws a ProofError
 * when cargo is missing, and one with cargo's words when it fails.
 */
export function buildHost(): Promise<string> {
  return (built ??= build());
}

async function build(): Promise<string> {
  const notice = setTimeout(
    () => process.stderr.write('building the host for wasmtime with cargo: minutes, the first time\n'),
    patienceMs,
  );
  try {
    const args = [
      ...['build', '--release', '--locked', '--quiet', '--message-format', 'json-render-diagnostics'],
      ...['--target-dir', join(folder, 'target')],
    ];
    const { stdout } = await run('cargo', args, { cwd: folder, maxBuffer, timeout: timeoutMs });
    return executableOf(stdout);
  } catch (error) {
    throw new ProofError(reasonOf(error as Failure), { cause: error });
  } finally {
    clearTimeout(notice);
  }
}

/** Cargo tells where it put it, which its configuration may decide. */
function executableOf(messages: string): string {
  const lines = messages.split('\n').filter((line) => line !== '');
  const executables = lines.map((line) => (JSON.parse(line) as { executable?: string | null }).executable);
  const found = executables.findLast((executable) => typeof executable === 'string');
  if (found === undefined) throw new Error('cargo names no program');
  return found;
}

type Failure = Error & { code?: string | number | null; killed?: boolean; stderr?: string };

function reasonOf({ code, killed, stderr, message }: Failure): string {
  if (code === 'ENOENT')
    return 'cargo is needed to build the host for wasmtime, and is not there: https://rustup.rs';
  if (killed === true) return `cargo has not built the host for wasmtime in ${timeoutMs / 60_000} minutes`;
  return `cargo can't build the host for wasmtime: ${stderr?.trim() || message}`;
}
