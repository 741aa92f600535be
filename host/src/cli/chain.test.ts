import { expect, test } from 'vitest';
import type { FoundGadget } from '../gadget/find.ts';
import { planChain } from './chain.ts';

const file = (name: string): FoundGadget => ({ kind: 'file', name, file: `/${name}.wasm` });
const bounds = { maxMemoryBytes: undefined, fuel: undefined, deadlines: {} };
const given = {
  written: ['a.wasm', 'b.wasm', 'a.wasm'],
  params: [],
  onFailure: [],
  policy: undefined,
  bounds,
  build: {},
};

test('the same gadget twice gets two names', async () => {
  const chain = await planChain([file('a'), file('b'), file('a')], given);
  expect(chain.map(({ name }) => name)).toEqual(['a', 'b', 'a-2']);
});

test('policies: for all, for one, the later wins', async () => {
  const chain = await planChain([file('a'), file('b'), file('a')], {
    ...given,
    onFailure: ['keep', 'a-2=bypass', 'b=discard'],
  });
  expect(chain.map(({ onFailure }) => onFailure)).toEqual(['keep', 'discard', 'bypass']);
});

test.each([
  [['kep'], 'did you mean keep?'],
  [['x=keep'], 'gadgets are redact'],
  [['redcat=keep'], 'did you mean redact?'],
  [[''], 'policies are'],
])('%j is refused', async (onFailure, hint) => {
  await expect(planChain([file('redact')], { ...given, onFailure })).rejects.toMatchObject({
    code: 'E_USAGE',
    hint: expect.stringContaining(hint),
  });
});

test('a component alone declares no parameters, and takes any', async () => {
  const [one] = await planChain([file('a')], { ...given, params: [['x', '1']] });
  expect(one?.params).toEqual({ x: '1' });
});
