import { expect, test } from 'vitest';
import { runCampaign } from './campaign.ts';
import { attempt } from './worker.ts';
import { canary } from './mutate/hostile-names.ts';
import { GadgetError } from '../../host/src/errors.ts';
import { refusalOf } from './refusal.ts';

const input = new Uint8Array(0);
const make = (): Uint8Array => input;

test.each([
  ['an error of another kind', () => Promise.reject(new TypeError('x is not a function')), /TypeError/],
  [
    'blame for the host',
    () => Promise.resolve(refusalOf(new GadgetError('E_INTERNAL', 'x'))),
    /blames the host/,
  ],
  ['a code that is out of place', () => refusalOf(new GadgetError('E_WIT', 'x'), ['E_SCHEMA']), /E_WIT here/],
  ['a name that became code', () => String(Reflect.set(globalThis, canary, 1)), /become code/],
])('%s is a finding', async (_, attempting, words) => {
  try {
    await expect(attempt({ make, attempt: attempting }, input)).rejects.toThrow(words);
  } finally {
    Reflect.deleteProperty(globalThis, canary);
  }
});

test.each([
  ['does not end', 'endless', /has not ended/],
  ['takes all memory', 'hungry', /has ended the thread: .*memory/],
])('an input that %s is a finding, with those before it', async (_, target, words) => {
  const targets = new URL('./broken.fixture.ts', import.meta.url);
  const {
    tried,
    found,
    words: became,
  } = await runCampaign({ target, targets, seed: 1, count: 2, stuckMs: 10_000, heapMb: 64 });
  expect([tried, became]).toEqual([2, { read: 1 }]);
  expect(found).toEqual([
    { index: 1, what: expect.stringMatching(words) as string, input: Uint8Array.of(1) },
  ]);
});

test('what ends the thread before the first is told', async () => {
  await expect(runCampaign({ target: 'nobody', seed: 1, count: 1 })).rejects.toThrow(
    'there is no target nobody',
  );
});
