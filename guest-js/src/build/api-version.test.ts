import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { frozenVersions } from '../../../scripts/wit/frozen.ts';
import { allApiVersions, apiVersionFor } from './api-version.ts';
import { packageRoot, sdkFolder, sdkModule, witFolder } from './package-files.ts';

it('is the oldest with all that is in use', () => {
  const needs = (...modules: string[]): string => apiVersionFor(new Set(modules.map(sdkModule)));
  expect(needs()).toBe('1.0.0');
  expect(needs('index', 'subscribe', 'hooks/losses')).toBe('1.0.0');
  expect(needs('index', 'since-1.1/now', 'subscribe')).toBe('1.1.0');
  expect(apiVersionFor(new Set([join('/elsewhere', 'since-1.1', 'now.ts')]))).toBe('1.0.0');
});

it('is each minor that was frozen, and the one at work', () => {
  const wit = join(packageRoot, '../wit');
  const [, atWork] =
    /^package gadget:api@(.+);/m.exec(readFileSync(join(wit, 'gadget-api/world.wit'), 'utf8')) ?? [];
  const there = new Set([
    ...frozenVersions(join(wit, 'frozen')).filter((each) => each.startsWith('1.')),
    atWork,
  ]);
  expect(new Set(allApiVersions)).toEqual(there);
});

it('has a folder of the SDK for each but the first', () => {
  const folders = readdirSync(sdkFolder).filter((name) => name.startsWith('since-'));
  expect(folders.map((name) => `${name.slice('since-'.length)}.0`).toSorted()).toEqual(
    allApiVersions.slice(1),
  );
});

it('has a WIT of its own, which was frozen or is at work', () => {
  expect(witFolder('1.0.0')).toBe(join(packageRoot, '../wit/frozen/1.0.0'));
  for (const version of allApiVersions)
    expect(readFileSync(join(witFolder(version), 'world.wit'), 'utf8')).toContain(
      `package gadget:api@${version};`,
    );
  expect(() => witFolder('1.99.0')).toThrow(expect.objectContaining({ code: 'E_BUILD_TOOL' }) as Error);
});
