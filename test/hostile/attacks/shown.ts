import type { Hook } from '../stage.ts';

/** An attack on those who read: nothing of what it writes may steer a terminal when the command shows it. */
export interface ShownAttack {
  attack: string;
  hook: Hook;
  /** The outputs it is tried with. */
  formats: readonly ('table' | 'json' | 'jsonpretty' | 'yaml')[];
  /** Of what it writes, what stays as it is and must be seen. */
  words: string;
  /** The exit code. */
  code: number;
}

const formats = ['table', 'json', 'jsonpretty', 'yaml'] as const;
const error = { attack: 'answer error text escapes', formats: ['json'], words: 'E_FAKE', code: 1 } as const;

export const shownAttacks: readonly ShownAttack[] = [
  { attack: 'escapes', hook: 'init', formats, words: 'E_FAKE', code: 0 },
  { attack: 'escapes in rows', hook: 'on-packet', formats, words: 'owned', code: 0 },
  { ...error, hook: 'init' },
  { ...error, hook: 'on-packet' },
  { ...error, hook: 'stop' },
];
