import { execFileSync } from 'node:child_process';
import { availableParallelism, cpus, loadavg, release, totalmem, type } from 'node:os';

/** What the numbers were measured on. */
export interface Machine {
  cpu: string;
  cores: number;
  memoryGB: number;
  system: string;
  node: string;
  /** Short, with `+changes` when the checkout holds something else; `unknown` outside of one. */
  commit: string;
  /** Processes that wanted to run in the last minute, before the first workload. */
  load: number;
}

/** Looks at this machine. */
export function describeMachine(): Machine {
  return {
    cpu: cpus()[0]?.model.trim() || 'unknown processor',
    cores: availableParallelism(),
    memoryGB: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release().replace(/[^\d.].*$/, '')}`,
    node: process.version,
    commit: commit(),
    load: loadavg()[0] ?? 0,
  };
}

/** One line of it. */
export function machineLine(machine: Machine): string {
  const { cpu, cores, memoryGB, system, node, commit, load } = machine;
  return `${cpu}, ${cores} cores, ${memoryGB} GB, ${system}, Node ${node}, commit ${commit}, load ${load.toFixed(2)}`;
}

function commit(): string {
  const git = (...argv: string[]): string =>
    execFileSync('git', argv, {
      cwd: import.meta.dirname,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  try {
    const changed = git('status', '--porcelain', '--untracked-files=no') !== '';
    return `${git('rev-parse', '--short', 'HEAD')}${changed ? '+changes' : ''}`;
  } catch {
    return 'unknown';
  }
}
