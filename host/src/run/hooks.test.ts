/** Hooks of gadgets that are plain functions, or come by way of jco in other hands. */
import { expect, test } from 'vitest';
import { previewVersion } from '../preview-version.ts';
import { createRun } from './create-run.ts';
import { attach, createImports } from './imports.ts';

const called: string[] = [];

function lifecycle(name: string) {
  return {
    init: () => void called.push(`${name} init`),
    start: () => {},
    stop: (reason: unknown) => void called.push(`${name} ${String(reason)}`),
  };
}

/** A gadget with a lifecycle of each major. */
const exported = {
  'gadget:api/lifecycle@1.0.0': lifecycle('1.x'),
  [`gadget:api/lifecycle@${previewVersion}`]: lifecycle('preview'),
};

test.each([
  [true, ['preview init', 'preview finished']],
  [false, ['1.x init', '1.x finished']],
])('of both majors, with previewApi %s', async (previewApi, expected) => {
  called.length = 0;
  const run = await createRun({ gadgets: [{ name: 'both', instantiate: () => exported }], previewApi });
  await run.start();
  expect((await run.done).failure).toBeUndefined();
  expect(called).toEqual(expected);
});

test('those of the preview alone are no gadget without previewApi', async () => {
  const { [`gadget:api/lifecycle@${previewVersion}`]: preview } = exported;
  const gadget = {
    name: 'next',
    instantiate: () => ({ [`gadget:api/lifecycle@${previewVersion}`]: preview }),
  };
  await expect(createRun({ gadgets: [gadget] })).rejects.toMatchObject({ code: 'E_NO_LIFECYCLE' });
});

test('imports for other hands have the preview under its own name only, and when it was asked for', async () => {
  for (const previewApi of [true, false]) {
    called.length = 0;
    const run = await createRun({ gadgets: [], previewApi });
    const imports = createImports(run, { name: 'both' });
    const names = Object.keys(imports);
    expect(names.includes(`gadget:api/clock@${previewVersion}`)).toBe(previewApi);
    expect(imports['gadget:api/clock'].monotonic()).toBeTypeOf('bigint');
    attach(imports, exported);
    await run.start();
    await run.close();
    expect(called[0]).toBe(previewApi ? 'preview init' : '1.x init');
  }
});
