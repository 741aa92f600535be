/** Everything that reads what others have made, with the same mutated inputs each time. `npm run fuzz` tries others. */
import { describe, expect, test } from 'vitest';
import { runCampaign } from './campaign.ts';
import { Random } from './random.ts';
import { targets } from './targets.ts';

const seed = 1;
/** For the slowest on a machine that does other things, too. */
const targetMs = 600_000;

/** What must have become of some inputs, or the others say little. */
const reached: Readonly<Record<string, readonly string[]>> = {
  component: ['E_NOT_A_COMPONENT', 'E_HOSTILE_NAME', 'read, and does not fit', 'fit to run'],
  'core-module': ['valid: bounded', 'not valid: E_NOT_A_COMPONENT', 'not valid: E_CORE_FEATURE'],
  run: ['ran'],
  calls: ['a trap, a trap', 'answers, answers'],
  ndjson: ['all of it read', 'some of it counted'],
  manifest: ['E_MANIFEST', 'read'],
  schema: ['E_SCHEMA', 'read'],
  wit: ['E_WIT', 'compared', 'compatible'],
};

describe('mutated inputs', () => {
  test.each(targets)(
    `$name: $inSuite from seed ${seed}`,
    async ({ name, inSuite }) => {
      const { tried, words, found } = await runCampaign({ target: name, seed, count: inSuite });
      const told = found.map(
        ({ index, what }) => `npm run fuzz -- --seed ${seed} --only ${name}, ${index}: ${what}`,
      );
      expect(told).toEqual([]);
      expect(tried).toBe(inSuite);
      expect(Object.keys(words)).toEqual(expect.arrayContaining([...reached[name]!]));
    },
    targetMs,
  );

  test.each(targets)('$name: the same seed gives the same input', async ({ prepare }) => {
    const [one, other] = [await prepare(), await prepare()];
    for (const index of [0, 1, 2]) {
      const input = one.make(new Random(seed, index));
      expect(Buffer.compare(input, other.make(new Random(seed, index)))).toBe(0);
      expect(Buffer.compare(input, one.make(new Random(seed + 1, index)))).not.toBe(0);
    }
  });
});
