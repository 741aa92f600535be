import { expect, it } from 'vitest';
import { defineGadget, random } from './index.ts';
import { fakeClock, runRows } from './testing/index.ts';

async function draw(seed: readonly [bigint, bigint]): Promise<number[]> {
  let drawn: number[] = [];
  const gadget = defineGadget({
    init() {
      drawn = Array.from({ length: 2000 }, random);
    },
  });
  await runRows(gadget, [], { clock: fakeClock({ seed }) });
  return drawn;
}

it('is the same for the same seed, another for another, and even', async () => {
  const first = await draw([1n, 2n]);
  expect(await draw([1n, 2n])).toEqual(first);
  expect((await draw([1n, 3n])).slice(0, 3)).not.toEqual(first.slice(0, 3));
  const counts = Array.from({ length: 10 }, (_, i) => first.filter((n) => Math.floor(n * 10) === i).length);
  expect(Math.min(...counts)).toBeGreaterThan(130);
});

it('works even when both seeds are 0', async () => {
  expect(new Set(await draw([0n, 0n])).size).toBeGreaterThan(1990);
});
