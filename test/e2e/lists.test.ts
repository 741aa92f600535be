/** Fields of lists through the command, past a gadget that was built before there were any. */
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { gadget, root, rows } from './command.ts';

const old = 'golden/1.0.0/redact-rust.wasm';
const manifest = `name: old
version: 1.0.0
description: Hides names of users
params:
  field: { description: The field, default: filename }
sources:
  open:
    fields:
      filename: text
      args: text[]
      ports: { kind: 'uint16[]', description: Those it listens at }
`;
const lines = [
  '{"filename":"/home/ann/a","args":["ls","-l"],"ports":[22, 80]}',
  '{"filename":"/b","args":[],"ports":[65536]}',
  '{"args":"none"}',
];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gadget-lists-'));
  await writeFile(join(folder, 'gadget.yaml'), manifest);
  await copyFile(join(root, old), join(folder, 'gadget.wasm'));
});
afterAll(() => rm(folder, { recursive: true }));

test('they pass a gadget that has no word for them, and what does not fit is told', async () => {
  const ended = await gadget(['run', folder, '-s', 'open=ndjson:-', '-o', 'json'], {
    input: lines.join('\n'),
  });
  expect(ended.code).toBe(0);
  expect(rows(ended)).toEqual([
    { filename: '/home/***/a', args: ['ls', '-l'], ports: [22, 80] },
    { filename: '/b', args: [] },
    {},
  ]);
  expect(ended.stderr).toContain('line 2: ports does not fit uint16[]');
  expect(ended.stderr).toContain('line 3: args does not fit text[]');
});

test('a schema on the command line, and a table', async () => {
  const run = ['run', old, '-s', 'open=ndjson:-', '--schema', 'filename=text,args=text[],ports=uint16[]'];
  const { code, stdout } = await gadget(run, { input: lines[0]! });
  expect(code).toBe(0);
  expect(stdout.trimEnd().split('\n').at(-1)).toMatch(/^\/home\/\*\*\*\/a +ls,-l +22,80$/);
  const refused = await gadget([...run.slice(0, -1), 'args=list<string>']);
  expect(refused.code).toBe(2);
  expect(refused.stderr).toContain('did you mean text[]?');
});

test('inspect says of what', async () => {
  const { stdout } = await gadget(['inspect', folder, '--init']);
  expect(stdout).toMatch(/^ {2}args +text\[\]$/m);
  expect(stdout).toMatch(/^ {2}ports +uint16\[\] +# Those it listens at$/m);
});
