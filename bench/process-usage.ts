import { readFileSync } from 'node:fs';

/** What a process has used so far. Megabytes of 2^20 bytes. */
export interface ProcessUsage {
  /** Most resident memory it ever had. */
  peakMB: number;
  /** Of all its threads, and of those children that have ended. Hundredths of a second are told apart. Milliseconds. */
  cpuMs: number;
}

/** `stat` counts in ticks, a hundred a second on every system that has it. */
const tickMs = 10;

/** What the kernel says about a process; undefined when it has ended, and on systems without /proc. */
export function processUsage(pid: number | 'self'): ProcessUsage | undefined {
  let status: string;
  let stat: string;
  try {
    status = readFileSync(`/proc/${pid}/status`, 'latin1');
    stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
  } catch {
    return undefined;
  }
  // Between its last instruction and its burial a process has no memory, but still a status.
  const peak = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
  if (peak === undefined) return undefined;
  // The name, in parentheses, may hold anything; user, system, and both of children are the 12th to 15th behind it.
  const numbers = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 15)
    .map(Number);
  return { peakMB: Number(peak) / 1024, cpuMs: numbers.reduce((sum, ticks) => sum + ticks, 0) * tickMs };
}
