import { describe, expect, test } from 'vitest';
import { type GadgetError, isGadgetError } from '../errors.ts';
import type { FoundGadget } from '../gadget/find.ts';
import { parseManifest } from '../gadget/manifest.ts';
import type { PlannedSource } from './plan.ts';
import { planSources, type SourceArguments } from './plan-sources.ts';

const gadget = (yaml: string): FoundGadget => ({
  kind: 'folder',
  name: 'g',
  folder: '/g',
  shipped: false,
  manifest: parseManifest(`name: g\nversion: 1.0.0\ndescription: x\n${yaml}`),
});
const open = gadget('sources: { open: { fields: { pid: uint32 } } }\n');
const processes = gadget('default-source: proc:processes\n');
const anything: FoundGadget = { kind: 'file', name: 'f', file: '/f.wasm' };

const none = { intervalMs: undefined, strict: false, batchRows: undefined, batchMs: undefined };
function plan(found: FoundGadget[], given: Partial<SourceArguments>): PlannedSource[] {
  return planSources(found, { sources: [], schemas: [], options: none, ...given });
}
function refused(found: FoundGadget[], given: Partial<SourceArguments>): GadgetError {
  try {
    plan(found, given);
  } catch (error) {
    if (isGadgetError(error)) return error;
    throw error;
  }
  throw new Error('it was accepted');
}

describe('names', () => {
  test('as given, as the first gadget expects, or as the source is called', () => {
    expect(plan([open], { sources: ['open=ndjson:a'] })[0]?.name).toBe('open');
    expect(plan([open], { sources: ['ndjson:a.json'] })[0]?.name).toBe('open');
    expect(plan([open], { sources: ['open=ndjson:-', 'ndjson:a.json'] })[1]?.name).toBe('a');
    expect(plan([anything], { sources: ['ndjson:a.json'] })[0]?.name).toBe('a');
  });

  test('two of a name', () => {
    expect(refused([anything], { sources: ['ndjson:a', 'ndjson:b/a.txt'] })).toMatchObject({
      code: 'E_SOURCE_SPEC',
    });
  });

  test('the one that the first gadget expects is not there', () => {
    expect(refused([open], {})).toMatchObject({
      code: 'E_SOURCE_UNKNOWN',
      hint: 'give it one: --source open=ndjson:FILE',
    });
    expect(refused([open], { sources: ['opne=ndjson:a'] }).hint).toContain('did you mean --source open=');
    expect(plan([anything, open], {})).toEqual([]);
  });
});

test('the default source of the first gadget that has one', () => {
  expect(plan([anything, processes], {})).toEqual([
    { name: 'processes', spec: { scheme: 'proc', rest: 'processes' }, schema: undefined },
  ]);
  expect(plan([processes], { sources: ['demo:exec'] }).map(({ name }) => name)).toEqual(['exec']);
});

describe('schemas', () => {
  const pid = [{ name: 'pid', kind: 'uint32' }];

  test('from gadget.yaml, for inputs that have none', () => {
    expect(plan([anything, open], { sources: ['open=ndjson:a'] })[0]?.schema).toEqual(pid);
    expect(plan([open], { sources: ['open=demo:exec'] })[0]?.schema).toBeUndefined();
  });

  test('from the command, which wins', () => {
    const sources = ['open=ndjson:a', 'other=ndjson:b'];
    const planned = plan([open], { sources, schemas: ['open:a=text', 'other:b=text'] });
    expect(planned.map(({ schema }) => schema)).toEqual([
      [{ name: 'a', kind: 'text' }],
      [{ name: 'b', kind: 'text' }],
    ]);
    expect(plan([anything], { sources: ['ndjson:a'], schemas: ['x:y=text'] })[0]?.schema?.[0]?.name).toBe(
      'x:y',
    );
  });

  test('that nobody can use', () => {
    expect(refused([processes], { schemas: ['a=text'] }).code).toBe('E_USAGE');
    expect(refused([open], { sources: ['open=ndjson:a'], schemas: ['a=text', 'b=text'] }).code).toBe(
      'E_USAGE',
    );
    expect(refused([open], { sources: ['open=ndjson:a'], schemas: ['a=txt'] }).code).toBe('E_SCHEMA');
  });
});

test('a flag that no source heeds is refused', () => {
  const options = { ...none, intervalMs: 5 };
  expect(refused([open], { sources: ['ndjson:a'], options })).toMatchObject({ code: 'E_USAGE' });
  expect(refused([anything], { options: { ...none, strict: true } }).message).toContain('--strict');
  expect(plan([processes], { options })).toHaveLength(1);
});
