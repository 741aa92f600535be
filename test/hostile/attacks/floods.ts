import { type AttackRow, lived } from './row.ts';

/** Packets and words without end. */
export const floodAttacks: readonly AttackRow[] = [
  {
    attack: 'emit storm',
    hooks: ['start', 'on-packet', 'on-tick', 'stop'],
    outcome: { answers: ['1024 busy'] },
    rows: { mine: 3072 },
  },
  { attack: 'emit storm and fall', outcome: { traps: /unreachable$/ }, rows: { mine: 0 } },
  { attack: 'emit storm and fail', outcome: { fails: /: expired$/ }, rows: { prey: 2, mine: 0 } },
  // 64 packets, each from the one before, for each of the two that came.
  {
    attack: 'feed itself',
    outcome: { answers: ['limit-exceeded', 'limit-exceeded'] },
    rows: { prey: 4, mine: 128 },
  },
  { attack: 're-entry', outcome: { answers: ['0 calls meanwhile'] }, rows: { prey: 4, mine: 1 } },
  { attack: '20,000 lines', outcome: { answers: ['20000 lines'] }, logs: { lines: 20_000, mostBytes: 15 } },
  { attack: 'long lines', outcome: { answers: ['20 lines'] }, logs: { lines: 20, mostBytes: 8192 } },
  { attack: 'a line of 600 MiB', outcome: lived, logs: { lines: 1, mostBytes: 8192 } },
  {
    attack: 'a parameter with a name of 600 MiB',
    outcome: { traps: /Cannot create a string longer than/ },
  },
];
