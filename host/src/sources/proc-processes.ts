import { accessSync, constants } from 'node:fs';
import { GadgetError, messageOf } from '../errors.ts';
import { processFields } from './proc-fields.ts';
import { ProcSnapshot } from './proc-snapshot.ts';
import { readProcSystem, readUserNames } from './proc-system.ts';
import type { Feed, FieldSpec, Source } from './source.ts';
import { wait } from './wait.ts';

/** What {@link processesSource} takes. */
export interface ProcessesOptions {
  /** A snapshot every so many milliseconds, at least 1, until the run ends. Default: one snapshot, then the source ends. */
  intervalMs?: number;
  /** Where the process file system is mounted. Default `/proc`. */
  procPath?: string;
  /** Where names of users are read from. Default `/etc/passwd`. */
  passwdPath?: string;
}

/**
 * The processes of this machine, as snapshots: one row for each, in the order of their numbers. The
 * fields are {@link processFields}. Processes that are hidden from this user have no row.
 */
export function processesSource(options: ProcessesOptions = {}): Source {
  const { intervalMs, procPath = '/proc', passwdPath = '/etc/passwd' } = options;
  if (intervalMs !== undefined && !(intervalMs >= 1 && Number.isFinite(intervalMs)))
    throw new GadgetError('E_SOURCE_SPEC', `an interval of ${intervalMs} ms`, {
      hint: 'give at least 1 ms, or no interval for a single snapshot',
    });
  return {
    delivery: 'snapshots',
    open() {
      return new Promise<readonly FieldSpec[]>((resolve) => {
        checkReadable(procPath);
        resolve(processFields);
      });
    },
    run: (feed) => runSnapshots(feed, procPath, passwdPath, intervalMs),
    close: () => Promise.resolve(),
  };
}

async function runSnapshots(
  feed: Feed,
  procPath: string,
  passwdPath: string,
  intervalMs: number | undefined,
): Promise<void> {
  const system = readProcSystem(procPath);
  const snapshot = new ProcSnapshot(feed.source, procPath, system, readUserNames(passwdPath));
  const start = performance.now();
  while (!feed.signal.aborted) {
    await feed.push(snapshot.take(feed.maxRows));
    if (intervalMs === undefined) return;
    // Snapshots that could not be taken in time are left out; the others stay on the beat.
    const past = performance.now() - start;
    await wait(undefined, intervalMs - (past % intervalMs), feed.signal);
  }
}

function checkReadable(procPath: string): void {
  try {
    accessSync(`${procPath}/meminfo`, constants.R_OK);
  } catch (error) {
    throw new GadgetError('E_SOURCE_READ', `${procPath} holds no processes: ${messageOf(error)}`, {
      hint: 'proc:processes needs Linux with /proc mounted',
      cause: error,
    });
  }
}
