import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type GadgetError, isGadgetError } from '../errors.ts';
import { parseManifest } from './manifest.ts';

const head = 'name: redact\nversion: 1.0.0\ndescription: Hides names\n';

function refused(text: string): GadgetError {
  try {
    parseManifest(text);
  } catch (error) {
    if (isGadgetError(error)) return error;
    throw error;
  }
  throw new Error('it was accepted');
}

test('everything it may say', () => {
  const manifest = parseManifest(`${head}license: Apache-2.0
homepage: https://example.org
build: { engine: starlingmonkey }
on-failure: stop-run
limits:
  memory: 32MiB
  deadlines: { on-packet: 500ms, init: 10s }
requests:
  - wasi:random/random
  - { interface: wasi:clocks/*, reason: Stamps rows }
default-source: proc:processes
params:
  field: { description: The field, default: filename, max-length: 20 }
  every: { type: duration, description: How often, default: 1m, min: 1s }
  most: { type: integer, description: How many, default: 18446744073709551615 }
  mode: { description: How, one-of: [soft, hard] }
sources:
  open:
    fields:
      pid: uint32
      filename: { kind: text, description: The path, hidden: true, tags: [path], annotations: { unit: none } }
      comm: { kind: text, fixed-size: 16 }
      args: text[]
      pids: { kind: 'uint32[]', hidden: true }
  procs: { delivery: snapshots, fields: {} }
annotations:
  open: { age: { description: Since when, columns.width: 8 } }
`);
  expect(manifest).toMatchObject({
    name: 'redact',
    license: 'Apache-2.0',
    homepage: 'https://example.org',
    build: { engine: 'starlingmonkey' },
    onFailure: 'stop-run',
    maxMemoryBytes: 33_554_432,
    deadlines: { 'on-packet': 500, init: 10_000 },
    requests: [{ interface: 'wasi:random/random' }, { interface: 'wasi:clocks/*', reason: 'Stamps rows' }],
    defaultSource: 'proc:processes',
  });
  expect([...manifest.params]).toEqual([
    ['field', { type: 'text', description: 'The field', default: 'filename', maxLength: 20 }],
    ['every', { type: 'duration', description: 'How often', default: '60000ms', min: '1000ms' }],
    ['most', { type: 'integer', description: 'How many', default: '18446744073709551615' }],
    ['mode', { type: 'text', description: 'How', oneOf: ['soft', 'hard'] }],
  ]);
  expect(manifest.sources.get('open')).toEqual({
    delivery: 'events',
    fields: [
      { name: 'pid', kind: 'uint32' },
      {
        name: 'filename',
        kind: 'text',
        annotations: { description: 'The path', unit: 'none' },
        tags: ['path'],
        hidden: true,
      },
      { name: 'comm', kind: 'text', fixedSize: 16 },
      { name: 'args', kind: 'text[]' },
      { name: 'pids', kind: 'uint32[]', hidden: true },
    ],
  });
  expect(manifest.annotations).toEqual({
    open: { age: { description: 'Since when', 'columns.width': '8' } },
  });
  expect(manifest.sources.get('procs')).toEqual({ delivery: 'snapshots', fields: [] });
});

describe('refused, with the place', () => {
  test.each([
    ['nothing', '', 'gadget.yaml: a map'],
    ['no map', '- a\n', 'gadget.yaml:1:1: a map'],
    ['a missing key', 'name: a\nversion: 1.0.0\n', 'gadget.yaml:1:1: description is missing'],
    ['broken YAML', 'name: a\n  b: c: d\n', 'gadget.yaml:1:7: '],
    ['a key twice', `${head}name: b\n`, 'gadget.yaml:4:1: Map keys must be unique'],
    ['a second document', `${head}---\nname: b\n`, 'gadget.yaml:4:1: a second document begins here'],
    ['a tag', `${head}license: !x y\n`, 'gadget.yaml:4:10: '],
    ['an alias', `${head}license: &a x\nhomepage: *a\n`, 'gadget.yaml:5:11: aliases (*a) are not allowed'],
    [
      'a key of objects',
      `${head}sources: { a: { fields: { __proto__: text } } }\n`,
      'gadget.yaml:4:27: the key __proto__',
    ],
    ['a key that is a list', `${head}[a, b]: x\n`, 'gadget.yaml:4:1: a key has to be a text'],
    ['a key of bytes', `${head}!!binary YQ==: x\n`, 'gadget.yaml:4:10: a key has to be a text'],
    ['a version that is a number', 'name: a\nversion: 1.0\ndescription: x\n', 'gadget.yaml:2:10: version: '],
    ['a name with a path', 'name: ../a\nversion: 1.0.0\ndescription: x\n', 'gadget.yaml:1:7: name: '],
    ['a looser policy', `${head}on-failure: keep\n`, 'gadget.yaml:4:13: on-failure: discard or stop-run'],
    [
      'an engine nobody knows',
      `${head}build: { engine: v8 }\n`,
      'gadget.yaml:4:18: build.engine: engines are quickjs and',
    ],
    [
      'a request for all of a namespace',
      `${head}requests: ['wasi:*']\n`,
      'gadget.yaml:4:12: requests.0: write namespace',
    ],
    [
      'a request that is no name',
      `${head}requests:\n  - { interface: clocks }\n`,
      'gadget.yaml:5:18: requests.0.interface: write namespace',
    ],
    [
      'a request for what all have',
      `${head}requests: [gadget:api/clock]\n`,
      'gadget.yaml:4:12: requests.0: every gadget has',
    ],
    [
      'a request without a name',
      `${head}requests: [{ reason: x }]\n`,
      'gadget.yaml:4:12: requests.0.interface is missing',
    ],
    [
      'an unknown key of a request',
      `${head}requests: [{ interface: a:b/c, reson: x }]\n`,
      'there is no key requests.0.reson',
    ],
    ['requests that are a map', `${head}requests: { wasi:cli/*: x }\n`, 'gadget.yaml:4:11: requests: a list'],
    [
      'more memory',
      `${head}limits: { memory: 65MiB }\n`,
      'gadget.yaml:4:19: limits.memory: at most 64 MiB; more',
    ],
    [
      'too little memory',
      `${head}limits: { memory: 1KiB }\n`,
      'gadget.yaml:4:19: limits.memory: at least 64 KiB',
    ],
    [
      'memory without a unit',
      `${head}limits: { memory: '32' }\n`,
      'gadget.yaml:4:19: limits.memory: write a number',
    ],
    [
      'a key of limits',
      `${head}limits: { memry: 32MiB }\n`,
      'gadget.yaml:4:11: there is no key limits.memry',
    ],
    [
      'more time',
      `${head}limits: { deadlines: { on-packet: 5001ms } }\n`,
      'gadget.yaml:4:35: limits.deadlines.on-packet: at most 5s; more is for the operator: --deadline',
    ],
    [
      'no time',
      `${head}limits: { deadlines: { stop: 0ms } }\n`,
      'gadget.yaml:4:30: limits.deadlines.stop: at least 1ms',
    ],
    [
      'time without a unit',
      `${head}limits: { deadlines: { stop: '5' } }\n`,
      'gadget.yaml:4:30: limits.deadlines.stop: write a number with a unit',
    ],
    [
      'time as a number',
      `${head}limits: { deadlines: { stop: 5 } }\n`,
      'gadget.yaml:4:30: limits.deadlines.stop: a duration',
    ],
    [
      'time for all hooks',
      `${head}limits: { deadlines: 2s }\n`,
      'gadget.yaml:4:22: limits.deadlines: a map of hooks',
    ],
    [
      'time for a hook nobody knows',
      `${head}limits: { deadlines: { on-paket: 1s } }\n`,
      'gadget.yaml:4:24: there is no key limits.deadlines.on-paket',
    ],
    ['a key of build', `${head}build: { engin: quickjs }\n`, 'gadget.yaml:4:10: there is no key build.engin'],
    ['a file as source', `${head}default-source: ndjson:/etc/shadow\n`, 'gadget.yaml:4:17: default-source: '],
    ['a named file as source', `${head}default-source: proc:=ndjson:/x\n`, undefined],
    [
      'a default out of range',
      `${head}params: { n: { type: integer, description: x, default: 7, max: 5 } }\n`,
      'gadget.yaml:4:56: params.n.default: the default must be at most 5 (max)',
    ],
    [
      'a default of another type',
      `${head}params: { n: { type: integer, description: x, default: a } }\n`,
      'gadget.yaml:4:56: params.n.default: a is not a whole number',
    ],
    [
      'min above max',
      `${head}params: { n: { type: duration, description: x, min: 2s, max: 1s } }\n`,
      'gadget.yaml:4:53: params.n.min: min is above max',
    ],
    [
      'a rule of another type',
      `${head}params: { n: { description: x, min: 2 } }\n`,
      'gadget.yaml:4:37: params.n.min: min is for integer',
    ],
    [
      'a one-of that does not fit',
      `${head}params: { n: { type: number, description: x, one-of: [1, b] } }\n`,
      'gadget.yaml:4:58: params.n.one-of.1: b is not a number',
    ],
  ])('%s', (_, text, message) => {
    if (message === undefined) return expect(parseManifest(text).defaultSource).toBe('proc:=ndjson:/x');
    const error = refused(text);
    expect(error.code).toBe('E_MANIFEST');
    expect(error.message).toContain(message);
  });

  test('an unknown key, with what was meant', () => {
    const error = refused(`${head}params:\n  field:\n    descripton: x\n`);
    expect(error.message).toBe('gadget.yaml:6:5: there is no key params.field.descripton');
    expect(error.hint).toContain('did you mean description?');
  });

  test('an unknown kind, with what was meant', () => {
    const error = refused(`${head}sources:\n  open:\n    fields: { pid: uint33 }\n`);
    expect(error.message).toContain('gadget.yaml:6:20: ');
    expect(error.hint).toBe('did you mean uint32?');
    const list = refused(`${head}sources:\n  open:\n    fields: { pids: 'uint33[]' }\n`);
    expect(list.hint).toBe('did you mean uint32[]?');
  });

  test('what is too large or too deep', () => {
    expect(refused(`${head}#${'x'.repeat(300_000)}`).message).toContain('larger than');
    expect(refused(`license: ${'['.repeat(50_000)}`).code).toBe('E_MANIFEST');
  });
});

test('whatever the bytes, it is a manifest or E_MANIFEST', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'name',
      'params',
      'sources',
      ': ',
      '\n',
      '  ',
      '{',
      '}',
      '[',
      ']',
      '&a ',
      '*a',
      '!!js ',
      '"',
      '<<: ',
      '? ',
    ),
    fc.string({ unit: 'binary', maxLength: 4 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      expect(refused(pieces.join('')).code).toBe('E_MANIFEST');
    }),
  );
});
