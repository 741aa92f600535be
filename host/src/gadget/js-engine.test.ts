import { expect, it } from 'vitest';
import { jsBuilder } from './build-js.ts';
import { jsEngineOf, jsEngines } from './js-engine.ts';
import { builderOf } from './language-builder.ts';

it('is named as it is', () => {
  expect(jsEngines.map(jsEngineOf)).toEqual(['quickjs', 'starlingmonkey']);
});

it.each([
  ['starlingmonky', 'did you mean starlingmonkey?'],
  ['QuickJS', 'did you mean quickjs?'],
  ['v8', 'engines are quickjs and starlingmonkey'],
])('%s is none', (name, hint) => {
  expect(() => jsEngineOf(name)).toThrow(expect.objectContaining({ code: 'E_USAGE', hint }));
});

it('tells what is kept of one engine from what is kept of another', async () => {
  const version = await jsBuilder().version('.');
  expect(version).toMatch(/^\d/);
  expect(await jsBuilder('quickjs').version('.')).toBe(version);
  expect(await jsBuilder('starlingmonkey').version('.')).toBe(`${version}+starlingmonkey`);
});

it('is for JavaScript alone', async () => {
  await expect(builderOf('rust', 'quickjs')).rejects.toMatchObject({ code: 'E_BUILD' });
});
