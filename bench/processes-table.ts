import { readFileSync } from 'node:fs';
import { commandLine } from '../gadgets/processes/command-line.ts';
import { prove } from './workload.ts';

/**
 * Checks what the gadget `processes` prints as a table: this process is in it, with the command line that the gadget's own
 * code makes of it here, in plain JavaScript. Throws a ProofError.
 */
export function proveProcessesTable(stdout: Uint8Array): void {
  const lines = Buffer.from(stdout).toString('utf8').split('\n');
  const head = lines.findIndex((line) => /^ *PID .*PARENT +COMMAND$/.test(line.trimEnd()));
  prove(head !== -1, `no table of processes: ${lines.slice(0, 3).join('\n')}`);
  const own = lines.find((line) => line.trimStart().startsWith(`${process.pid} `));
  prove(own !== undefined, `process ${process.pid} is missing among ${lines.length - head - 2}`);
  // The first word alone: the rest may hold what a table has to clean.
  const word = commandLine(readFileSync('/proc/self/cmdline'), '').split(' ')[0]!;
  prove(own.includes(` ${word}`), `process ${process.pid} is not ${word}: ${own}`);
}
