/** Makes sure that wasmtime's wheel for Python is here: `node test/conformance/wasmtime/install.ts`. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { messageOf } from '../../../host/src/errors.ts';

/** Where wasmtime is. */
export interface Wheel {
  /** The interpreter that can import it. */
  python: string;
  /** The folder to import it from. */
  folder: string;
  /** The folder in which wasmtime may keep compiled components. */
  cache: string;
}

/** The wheel, or why it is not here, and the packages of Debian that would help, if any would. */
export type Found =
  | { wheel: Wheel; reason?: undefined; packages?: undefined }
  | { wheel?: undefined; reason: string; packages?: readonly string[] };

const run = promisify(execFile);
const root = join(import.meta.dirname, '../../..');
const requirements = join(import.meta.dirname, 'requirements.txt');

/** Finds the wheel; installs nothing. */
export async function findWasmtime(python: string = 'python3'): Promise<Found> {
  const wheel = wheelFor(python);
  try {
    await run(python, ['-s', '-B', '-c', 'import wasmtime.component'], {
      env: { ...process.env, PYTHONPATH: wheel.folder },
    });
    return { wheel };
  } catch (error) {
    return { reason: `${python} can't import wasmtime: ${lastLine(error)}` };
  }
}

/** Finds the wheel, or installs it where nobody else looks: not into the system, not into the user's packages. */
export async function installWasmtime(python: string = 'python3'): Promise<Found> {
  const found = await findWasmtime(python);
  if (found.wheel !== undefined) return found;
  try {
    await run(python, ['-m', 'pip', '--version']);
  } catch {
    const packages = ['python3-pip'];
    const install = `apt-get install -y ${packages.join(' ')}`;
    return { reason: `${python} with pip is needed for wasmtime; on Debian: ${install}`, packages };
  }
  const { folder } = wheelFor(python);
  mkdirSync(dirname(folder), { recursive: true });
  const fresh = mkdtempSync(`${folder}-`);
  try {
    await run(python, [
      ...['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-input'],
      ...['--only-binary', ':all:', '--no-deps', '--require-hashes', '-r', requirements, '--target', fresh],
    ]);
    // Complete or not there at all. Where another was faster, this fails and theirs is the same.
    renameSync(fresh, folder);
  } catch (error) {
    const { wheel } = await findWasmtime(python);
    return wheel === undefined ? { reason: `pip can't install wasmtime: ${lastLine(error)}` } : { wheel };
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  return findWasmtime(python);
}

/** Another requirement is another folder. */
function wheelFor(python: string): Wheel {
  const digest = createHash('sha256').update(readFileSync(requirements)).digest('hex').slice(0, 12);
  const parent = join(root, 'node_modules/.cache/gadget-wasmtime');
  return { python, folder: join(parent, `wheel-${digest}`), cache: join(parent, 'compiled') };
}

function lastLine(error: unknown): string {
  const { stderr } = error as { stderr?: string };
  return (stderr ?? '').trim().split('\n').at(-1) || messageOf(error);
}

if (import.meta.main) {
  const { wheel, reason } = await installWasmtime();
  console.log(wheel === undefined ? reason : `wasmtime is in ${wheel.folder}`);
  process.exitCode = wheel === undefined ? 1 : 0;
}
