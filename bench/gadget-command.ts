import { join } from 'node:path';
import { runTimed, type TimedOptions, type TimedProcess } from './timed-process.ts';
import { prove } from './workload.ts';

const command = join(import.meta.dirname, '../host/bin/gadget.js');

/**
 * Runs `gadget` with these arguments, without npm in between. A warning is a failed proof: what warns does something else
 * than what is measured, such as caching nothing.
 */
export async function gadget(argv: readonly string[], options: TimedOptions = {}): Promise<TimedProcess> {
  const done = await runTimed(process.execPath, [command, ...argv], options);
  prove(!/^(warn|error) /m.test(done.stderr), `gadget ${argv.join(' ')} warned: ${done.stderr}`);
  return done;
}
