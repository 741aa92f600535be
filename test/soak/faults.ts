import type { Random } from '../fuzz/random.ts';

/** What the hostile gadget does, by the names of its attacks: it falls, fails, floods, or leaves. */
export const faults = [
  'trap unreachable',
  'trap panic',
  'trap recursion',
  'trap recursion with calls',
  'trap memory',
  'trap after changes',
  'emit storm and fall',
  'emit storm and fail',
  'emit storm',
  'changes, then an error',
  '20,000 lines',
  'allocate without end',
  'loop',
  'unsubscribe',
] as const;

/** One gadget's share of a round. */
export interface Misdeed {
  attack: (typeof faults)[number];
  /** In one of so many of its calls. */
  every: number;
  onFailure: 'discard' | 'keep' | 'bypass';
  isolation: 'inline' | 'worker';
}

export function anyMisdeed(random: Random): Misdeed {
  const attack = random.pick(faults);
  return {
    attack,
    every: 2 + random.below(60),
    onFailure: random.pick(['discard', 'keep', 'bypass'] as const),
    // What never returns can only be ended there.
    isolation: attack === 'loop' ? 'worker' : random.pick(['inline', 'worker'] as const),
  };
}
