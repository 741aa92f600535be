import type { Guest } from './guest.ts';

/** `random.seed`: the same pair each time within one instance. */
export function seed(guest: Guest): [bigint, bigint] {
  const [low, high] = guest.services.seed();
  return [low, high];
}
