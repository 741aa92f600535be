import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

/** Whose processes: those of a group, and those that have the mark in their environment or command line. */
export interface Family {
  group: number;
  mark: string;
}

/** The command lines of the family's processes that live, by their number. Linux only. */
export function living({ group, mark }: Family): Map<number, string> {
  const found = new Map<number, string>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'latin1');
      const [state, , pgrp] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (state === 'Z' || state === 'X') continue;
      const line = readFileSync(`/proc/${name}/cmdline`, 'latin1').replaceAll('\0', ' ');
      const marked = (): boolean =>
        line.includes(mark) || readFileSync(`/proc/${name}/environ`, 'latin1').includes(mark);
      if (Number(pgrp) === group || marked()) found.set(Number(name), line);
    } catch {
      // It has ended meanwhile, or belongs to somebody else.
    }
  }
  return found;
}

/** Waits until none lives; gives the command lines of those that still do after so many milliseconds. */
export async function survivors(family: Family, patienceMs: number = 10_000): Promise<string[]> {
  const began = performance.now();
  for (;;) {
    const left = [...living(family).values()];
    if (left.length === 0 || performance.now() - began > patienceMs) return left;
    await setTimeout(20);
  }
}

/** Waits until a process of the family has these words in its command line. Throws when none has for half a minute. */
export async function appearance(family: Family, words: string): Promise<void> {
  const began = performance.now();
  while (![...living(family).values()].some((line) => line.includes(words))) {
    if (performance.now() - began > 30_000) throw new Error(`there is no process ${words}`);
    await setTimeout(5);
  }
}
