import type * as Inspector from 'node:inspector/promises';
import { constants } from 'node:fs';
import { access, open, stat } from 'node:fs/promises';
import path from 'node:path';
import { GadgetError, messageOf } from '../errors.ts';
import { writeWhole } from './write-whole.ts';

/** How often it is looked where the thread is. Milliseconds. */
const intervalMs = 1;
/**
 * After this long no more is gathered, so that a run of days keeps its memory: half a million samples, of some 40 bytes each.
 * Milliseconds.
 */
const longestMs = 600_000;

/** How the files begin that V8, Chrome and VS Code write. */
const beginning = '{"nodes":';

/** What V8 knows of where a thread spends its time, for Chrome's and VS Code's tools: a `.cpuprofile` file. */
export class CpuProfile {
  private readonly file: string;
  private readonly session: Inspector.Session;
  private readonly timer: NodeJS.Timeout;
  private gathered: Promise<string> | undefined;
  private cut = false;

  private constructor(file: string, session: Inspector.Session) {
    this.file = file;
    this.session = session;
    this.timer = setTimeout(() => {
      this.cut = true;
      this.gathered = this.gather();
      // Who waits for it at the end is told.
      this.gathered.catch(() => {});
    }, longestMs).unref();
  }

  /** Begins to look at the thread that calls this. Rejects with E_INTERNAL when this Node can't. */
  static async start(file: string): Promise<CpuProfile> {
    try {
      // Loaded only when somebody wants a profile: not every Node has it.
      const { Session } = await import('node:inspector/promises');
      const session = new Session();
      session.connect();
      await session.post('Profiler.enable');
      await session.post('Profiler.setSamplingInterval', { interval: intervalMs * 1000 });
      await session.post('Profiler.start');
      return new CpuProfile(file, session);
    } catch (error) {
      throw new GadgetError('E_INTERNAL', `this Node can't make a CPU profile: ${messageOf(error)}`, {
        cause: error,
      });
    }
  }

  /** Writes what was gathered, for the user's eyes alone. Gives a sentence about it. Rejects with E_OUTPUT_WRITE. */
  async write(): Promise<string> {
    clearTimeout(this.timer);
    const text = await (this.gathered ?? this.gather());
    await checkProfileFile(this.file);
    await writeWhole(this.file, text, 0o600);
    const part = this.cut ? `, of the first ${longestMs / 60_000} minutes` : '';
    return `CPU profile${part}: ${this.file}`;
  }

  private async gather(): Promise<string> {
    const { profile } = await this.session.post('Profiler.stop');
    this.session.disconnect();
    return JSON.stringify(profile);
  }
}

/**
 * Makes sure that a profile may be written there: a new file, or one that is a profile already. Rejects with E_USAGE for
 * anything else, and when the folder can't be written.
 */
export async function checkProfileFile(file: string): Promise<void> {
  const folder = path.dirname(path.resolve(file));
  try {
    if (!(await stat(folder)).isDirectory()) throw new Error(`${folder} is no folder`);
    await access(folder, constants.W_OK);
  } catch (error) {
    throw new GadgetError('E_USAGE', `--profile ${file}: ${messageOf(error)}`, { cause: error });
  }
  if (await mayBeReplaced(file)) return;
  throw new GadgetError(
    'E_USAGE',
    `--profile ${file}: there is something else of this name, not a CPU profile`,
    {
      hint: 'choose another name, or move that away',
    },
  );
}

async function mayBeReplaced(file: string): Promise<boolean> {
  try {
    if (!(await stat(file)).isFile()) return false;
    await using handle = await open(file);
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(beginning.length), 0, beginning.length, 0);
    return buffer.toString('latin1', 0, bytesRead) === beginning;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT';
  }
}
