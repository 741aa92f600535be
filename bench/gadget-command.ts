import { join } from 'node:path';
import { runTimed, type TimedOptions, type TimedProcess } from './timed-process.ts';
import { prove } from './workload.ts';

/** The command of the checkout, whose code is TypeScript. */
export const checkoutCommand: string = join(import.meta.dirname, '../host/bin/gadget.js');

/** Where a command caches. */
export interface CacheOptions {
  /** The folder that holds its folder, as `~/.cache` does; empty at first makes a cold start. */
  cacheHome: string;
}

/** Settings that make a command cache there, and only there. */
export function cacheEnvironment({ cacheHome }: CacheOptions): Record<string, string | undefined> {
  return { XDG_CACHE_HOME: cacheHome, NODE_COMPILE_CACHE: undefined };
}

/**
 * Runs a `gadget` command with these arguments, without npm in between. A warning is a failed proof: what warns does something else
 * than what is measured, such as caching nothing.
 */
export async function gadget(
  command: string,
  argv: readonly string[],
  options: TimedOptions & CacheOptions,
): Promise<TimedProcess> {
  const env = cacheEnvironment(options);
  const done = await runTimed(process.execPath, [command, ...argv], { ...options, env });
  prove(!/^(warn|error) /m.test(done.stderr), `gadget ${argv.join(' ')} warned: ${done.stderr}`);
  return done;
}
