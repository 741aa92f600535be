import { beforeAll, expect, it } from 'vitest';
import failures from '../../fixtures/failures/gadget.ts';
import { type BothWays, bothWays } from './both-ways.fixture.ts';
import { startGadget } from './index.ts';

let both: BothWays;

beforeAll(async () => {
  both = await bothWays('failures', failures);
});

it.each([
  ['init', 'other: TypeError: no luck'],
  ['error', 'other: RangeError: row of doom'],
  ['tagged', 'limit-exceeded: enough'],
  ['thrown', 'other: thrown: a text'],
  ['async', 'must be synchronous'],
  ['verdict', 'not maybe'],
  ['row', 'out-of-range'],
  ['emit', 'denied'],
  ['wrong-source', 'wrong-source'],
  ['emitted', 'expired'],
])('a gadget that fails by %s fails the same way as TypeScript and as a component', async (way, words) => {
  const schema = { open: { pid: 'uint32' } } as const;
  const result = await both(async (gadget) => {
    const run = await startGadget(gadget, { schema, params: { way } });
    await run.push([{ pid: 1 }]);
    await run.push([{ pid: 2 }]);
    return run.stop();
  });
  expect(result.error?.code).toBe('E_GADGET_ERROR');
  expect(result.error?.message).toContain(words);
  // It failed, but it lives: the second packet was its own failure.
  expect(result.failures).toHaveLength(way === 'init' ? 0 : 2);
  expect(result.rows).toEqual({});
});
