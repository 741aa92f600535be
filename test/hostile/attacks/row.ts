import type { Hook, Row, Staging } from '../stage.ts';

/** What must come of an attack. In any case the host is well, the gadget behind the attacker works, and counts add up. */
export type Outcome =
  /** The attacker traps with these words, and is never called again. */
  | { traps: RegExp }
  /** The hook answers an error with these words; the attacker lives. */
  | { fails: RegExp }
  /** The attacker uses up what it may use of this, and is never called again. */
  | { exhausts: 'fuel' | 'memory' }
  /** Nothing fails, and the attacker was told this. */
  | { answers: readonly string[] };

/** Attacks and what must come of them. */
export interface AttackRow {
  /** The name of one attack, or what the names of several match. */
  attack: string | RegExp;
  /** The hooks in which it happens, each in a run of its own. Default: on-packet. */
  hooks?: readonly Hook[];
  outcome: Outcome;
  /** Rows of a source that must leave the chain; or how many. */
  rows?: Partial<Record<'prey' | 'mine', readonly Row[] | number>>;
  /** Lines of log it must have written, and how long they may be. */
  logs?: { lines: number; mostBytes: number };
  onFailure?: Staging['onFailure'];
  /** Most memory it may have, in bytes, and fuel. Default: all that 32 bits can address, so that addresses are as high as they get; none. */
  maxMemoryBytes?: number;
  fuel?: number;
}

/** The attack did what it wanted, and nothing came of it. */
export const lived: Outcome = { answers: ['lived'] };
