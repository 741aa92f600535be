import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { killAfter } from '../child-deadline.ts';
import { type Blame, GadgetError, messageOf } from '../errors.ts';
import { decodeParts, encodeParts } from './transpile-frame.ts';

/** What jco made of a component. */
export interface TranspilerOutput {
  /** The ES module, as text. */
  source: string;
  coreModules: Map<string, Uint8Array>;
}

/** A component that takes longer than this is none that a person wrote. The largest known one takes 10 s. */
const timeoutMs = 120_000;
/** Of JavaScript objects, MiB; the translator's own memory is wasm's, capped by pages of 64 KiB. */
const heapLimits = ['--max-old-space-size=1024', '--wasm-max-mem-pages=49152'];
/** Of the child's words, characters. */
const maxReport = 8000;

/** Of what jco made, bytes: as many as a cache entry may have, and again. */
const maxOutput = 1024 * 1024 * 1024;

/**
 * Runs jco in a process of its own: it reads hostile bytes, needs hundreds of megabytes for a moment, and would
 * block this thread for up to seconds. It gets no environment and no input but these bytes, and ends when this process does.
 */
export async function runTranspiler(
  bytes: Uint8Array,
  map: readonly [string, string][],
): Promise<TranspilerOutput> {
  const answer = await runChild(
    Buffer.concat(
      encodeParts([
        ['map', Buffer.from(JSON.stringify(map))],
        ['component', bytes],
      ]),
    ),
  );
  try {
    return outputOf(decodeParts(answer));
  } catch (error) {
    throw failed(`the translator's answer: ${messageOf(error)}`, 'Please report this.', 'host');
  }
}

async function runChild(input: Buffer): Promise<Buffer> {
  const entry = new URL(
    import.meta.url.endsWith('.ts') ? './transpile-child.ts' : './transpile-child.js',
    import.meta.url,
  );
  const child = spawn(process.execPath, [...heapLimits, '--no-warnings', fileURLToPath(entry)], {
    env: process.platform === 'win32' ? { SystemRoot: process.env['SystemRoot'] } : {},
    // The last is its lifeline.
    stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
    windowsHide: true,
  });
  killAfter(child, timeoutMs);
  let report = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    if (report.length < maxReport) report += text.slice(0, maxReport - report.length);
  });
  const chunks: Buffer[] = [];
  let size = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > maxOutput) child.kill('SIGKILL');
    else chunks.push(chunk);
  });
  // It may end before it has read everything; how it ended says why.
  child.stdin.on('error', () => {}).end(input);
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  child.on('error', (error) => reject(failed(messageOf(error), 'Could not start Node again.', 'system')));
  child.on('close', (code, signal) => {
    if (code === 0) return resolve(Buffer.concat(chunks));
    // Exit code 3: the child says in its own words what jco refused.
    if (code === 3)
      return reject(failed(report.trim(), 'The component may need something that jco does not know yet.'));
    const how =
      signal === 'SIGKILL'
        ? `was ended (limit ${timeoutMs / 1000} s, or out of memory)`
        : `ended with ${signal ?? code}`;
    reject(
      failed(
        `the translator ${how} ${lastLines(report)}`.trim(),
        'The component may be too large or damaged.',
      ),
    );
  });
  return promise;
}

function outputOf(files: ReadonlyMap<string, Buffer>): TranspilerOutput {
  const output: TranspilerOutput = { source: '', coreModules: new Map() };
  for (const [name, content] of [...files].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    if (name.endsWith('.js')) output.source = content.toString('utf8');
    else if (name.endsWith('.wasm')) output.coreModules.set(name, content);
  }
  return output;
}

function lastLines(report: string): string {
  const lines = report.trim().split('\n').slice(-3).join(' / ');
  return lines === '' ? '' : `(${lines})`;
}

function failed(why: string, hint: string, blame: Blame = 'guest'): GadgetError {
  return new GadgetError('E_TRANSPILE', `the component could not be translated: ${why}`, { hint, blame });
}
