import { hooks, preyRows } from '../stage.ts';
import type { AttackRow } from './row.ts';

const received = preyRows.flat();

/** Falling, in every hook, and what a call that fell or failed leaves behind: nothing. */
export const trapAttacks: readonly AttackRow[] = [
  { attack: 'trap unreachable', hooks, outcome: { traps: /unreachable$/ } },
  { attack: 'trap panic', hooks, outcome: { traps: /unreachable$/ } },
  { attack: 'trap recursion', hooks, outcome: { traps: /Maximum call stack size exceeded$/ } },
  { attack: 'trap recursion in memory', hooks, outcome: { traps: /memory access out of bounds$/ } },
  {
    attack: 'trap recursion with calls',
    hooks: ['start', 'on-packet', 'on-tick', 'stop'],
    outcome: { traps: /Maximum call stack size exceeded$/ },
  },
  { attack: 'trap memory', hooks, outcome: { traps: /memory access out of bounds$/ } },
  { attack: 'trap no function', hooks, outcome: { traps: /table index is out of bounds$/ } },
  { attack: 'trap another function', hooks, outcome: { traps: /function signature mismatch$/ } },
  { attack: 'trap allocation', hooks, outcome: { traps: /unreachable$/ } },

  { attack: 'loop', hooks, fuel: 1_000_000, outcome: { exhausts: 'fuel' } },
  { attack: 'allocate without end', hooks, maxMemoryBytes: 2 ** 25, outcome: { exhausts: 'memory' } },
  { attack: 'fill all memory', maxMemoryBytes: 2 ** 25, outcome: { answers: ['filled'] } },

  // Two rows of the packet, the next packet, and nothing of what the call had made.
  { attack: 'trap after changes', outcome: { traps: /unreachable$/ }, rows: { prey: [], mine: [] } },
  {
    attack: 'trap after changes',
    outcome: { traps: /unreachable$/ },
    onFailure: 'keep',
    rows: { prey: received.slice(0, 2), mine: [] },
  },
  {
    attack: 'trap after changes',
    outcome: { traps: /unreachable$/ },
    onFailure: 'bypass',
    rows: { prey: received, mine: [] },
  },
  {
    attack: 'changes, then an error',
    outcome: { fails: /: expired$/ },
    rows: { prey: received.slice(2), mine: [] },
  },
  {
    attack: 'changes, then an error',
    outcome: { fails: /: expired$/ },
    onFailure: 'keep',
    rows: { prey: received, mine: [] },
  },
];
