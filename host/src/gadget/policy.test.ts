import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type GadgetError, isGadgetError } from '../errors.ts';
import { parsePolicy, readPolicy } from './policy.ts';

const digest = `sha256:${'0a'.repeat(32)}`;

function refused(text: string): GadgetError {
  try {
    parsePolicy(text);
  } catch (error) {
    if (isGadgetError(error)) return error;
    throw error;
  }
  throw new Error('it was accepted');
}

test('everything it may say', () => {
  const policy = parsePolicy(`gadgets:
  redact:
    allow: [wasi:clocks/*, 'wasi:random/random@0.2.3']
    on-failure: keep
    limits: { memory: 128MiB, fuel: 1000000, deadlines: { on-packet: 20s, init: 10ms } }
`);
  expect(policy.for({ name: 'redact' })).toEqual({
    grants: ['wasi:clocks/*', 'wasi:random/random@0.2.3'],
    onFailure: 'keep',
    maxMemoryBytes: 134_217_728,
    fuel: 1_000_000,
    deadlines: { 'on-packet': 20_000, init: 10 },
  });
  expect(policy.for({ name: 'redact-2' })).toEqual({});
});

describe('of several rules', () => {
  const policy = parsePolicy(`gadgets:
  ${digest}: { allow: ['d:d/d'] }
  acme-redact: { allow: [] }
  acme-*: { allow: ['p:p/p'], on-failure: bypass }
  'acme-*t': { on-failure: keep }
  '*': { allow: ['a:a/a'], on-failure: stop-run, limits: { memory: 1MiB, fuel: 1 } }
  '*-acme': { limits: { fuel: 2 } }
  'acme*': { limits: { fuel: 3 } }
  'x*': { limits: { fuel: 4 } }
  '*x': { limits: { fuel: 5 } }
`);
  const wide = { grants: ['a:a/a'], onFailure: 'stop-run', maxMemoryBytes: 1_048_576, fuel: 1 };

  test('the narrower wins, key by key', () => {
    expect(policy.for({ name: 'other' })).toEqual(wide);
    expect(policy.for({ name: 'acme-log' })).toEqual({
      ...wide,
      grants: ['p:p/p'],
      onFailure: 'bypass',
      fuel: 3,
    });
    expect(policy.for({ name: 'acme-redact' })).toEqual({ ...wide, grants: [], onFailure: 'keep', fuel: 3 });
    expect(policy.for({ name: 'acme-redact', digest })).toMatchObject({
      grants: ['d:d/d'],
      onFailure: 'keep',
    });
    expect(policy.for({ name: 'other', digest: digest.replace('0a', '0b') })).toEqual(wide);
  });

  test('deadlines, hook by hook', () => {
    const apart = parsePolicy(`gadgets:
  'a*': { limits: { deadlines: { init: 3s, stop: 3s } } }
  '*': { limits: { deadlines: { init: 1s, on-packet: 1s } } }
`);
    const { deadlines } = apart.for({ name: 'acme' });
    expect(deadlines).toEqual({ init: 3000, stop: 3000, 'on-packet': 1000 });
    expect(apart.for({ name: 'other' }).deadlines).toEqual({ init: 1000, 'on-packet': 1000 });
  });

  test('the one further down wins of two that are as narrow', () => {
    expect(policy.for({ name: 'xx' }).fuel).toBe(5);
    expect(policy.for({ name: 'xy' }).fuel).toBe(4);
  });

  test('digests are told of, as reading a component costs time', () => {
    expect(policy.usesDigests).toBe(true);
    expect(parsePolicy(`gadgets: { '*': {} }`).usesDigests).toBe(false);
  });
});

test.each([
  ['*', 'anything', true],
  ['a*c', 'ac', true],
  ['a*c', 'abc', true],
  ['a*c', 'abcd', false],
  ['ab*bc', 'abc', false],
  ['a*b*c', 'a-c-b-c', true],
  ['a*b*c', 'a-c-c', false],
  ['*b*b*', 'xbx', false],
  ['*b*b*', 'bb', true],
  ['a.c', 'abc', false],
])('%s for %s: %s', (pattern, name, fits) => {
  const policy = parsePolicy(`gadgets: { '${pattern}': { limits: { fuel: 1 } } }`);
  expect(policy.for({ name }).fuel === 1).toBe(fits);
});

test.each([
  ['nothing', '', 'policy.yaml: a map'],
  ['no gadgets', '{}\n', 'policy.yaml:1:1: gadgets is missing'],
  [
    'a digest that is none',
    'gadgets:\n  sha256:00: {}\n',
    'policy.yaml:2:14: gadgets.sha256:00: a digest is',
  ],
  ['a path', 'gadgets:\n  ./redact: {}\n', 'policy.yaml:2:13: gadgets../redact: write the name'],
  ['an interface that is none', "gadgets: { a: { allow: ['*'] } }\n", 'gadgets.a.allow.0: write namespace:'],
  ['a looser limit than there is', 'gadgets: { a: { limits: { memory: 5GiB } } }\n', 'from 64KiB to 4GiB'],
  [
    'a deadline that is none',
    'gadgets: { a: { limits: { deadlines: { init: soon } } } }\n',
    'gadgets.a.limits.deadlines.init: write a number',
  ],
  [
    'a deadline no timer can wait for',
    'gadgets: { a: { limits: { deadlines: { init: 25d } } } }\n',
    'gadgets.a.limits.deadlines.init: at most 24 days',
  ],
  ['no fuel', 'gadgets: { a: { limits: { fuel: 0 } } }\n', 'gadgets.a.limits.fuel: must be at least 1'],
])('%s is refused', (_, text, message) => {
  const error = refused(text);
  expect(error).toMatchObject({ code: 'E_POLICY', blame: 'user' });
  expect(error.message).toContain(message);
});

test.each([
  ['gadget: {}\n', 'gadgets'],
  ['gadgets: { a: { alow: [] } }\n', 'allow'],
  ['gadgets: { a: { limits: { feul: 1 } } }\n', 'fuel'],
  ['gadgets: { a: { limits: { deadlines: { on-paket: 1s } } } }\n', 'on-packet'],
  ['gadgets: { a: { on-failure: kep } }\n', 'keep'],
])('a near miss in %j is answered with %s', (text, near) => {
  expect(refused(text).hint).toContain(`did you mean ${near}?`);
});

test('a file that is not there, or a folder, is told so', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'gadget-policy-'));
  try {
    for (const file of [folder, path.join(folder, 'none.yaml')]) {
      await expect(readPolicy(file)).rejects.toMatchObject({ code: 'E_POLICY' });
    }
    await writeFile(path.join(folder, 'p.yaml'), 'gadgets: { a: { on-failure: keep } }\n');
    expect((await readPolicy(path.join(folder, 'p.yaml'))).for({ name: 'a' })).toEqual({ onFailure: 'keep' });
  } finally {
    await rm(folder, { recursive: true });
  }
});
