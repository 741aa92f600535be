import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { defaultSourceName, openSourceSpec, parseSourceSpec } from './spec.ts';
import { chunks, collect } from './feed.fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'spec-'));
afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  ['ndjson:-', { scheme: 'ndjson', rest: '-' }, 'stdin'],
  ['open=ndjson:-', { name: 'open', scheme: 'ndjson', rest: '-' }, 'stdin'],
  ['ndjson:/tmp/a=b:c.ndjson', { scheme: 'ndjson', rest: '/tmp/a=b:c.ndjson' }, 'a=b:c'],
  ['x=ndjson:a=b', { name: 'x', scheme: 'ndjson', rest: 'a=b' }, 'a=b'],
  ['ndjson:logs/.hidden', { scheme: 'ndjson', rest: 'logs/.hidden' }, '.hidden'],
  ['proc:processes', { scheme: 'proc', rest: 'processes' }, 'processes'],
  ['demo:exec,rows=5', { scheme: 'demo', rest: 'exec,rows=5' }, 'exec'],
])('%s', (text, spec, name) => {
  expect(parseSourceSpec(text)).toEqual(spec);
  expect(defaultSourceName(parseSourceSpec(text))).toBe(name);
});

test.each([
  ['ndjon:a', 'did you mean ndjson:a?'],
  ['prc:processes', 'did you mean proc:processes?'],
  ['zebra:x', 'sources are ndjson:FILE, ndjson:-, proc:processes and demo:exec'],
  ['events.ndjson', 'did you mean ndjson:events.ndjson?'],
  ['open=events.ndjson', 'did you mean open=ndjson:events.ndjson?'],
  ['processes', 'did you mean proc:processes?'],
  ['p=proc', 'did you mean p=proc:processes?'],
  ['proc:process', 'did you mean proc:processes?'],
  ['demo:exce', 'did you mean demo:exec?'],
  ['demo:exec,row=5', 'did you mean rows?'],
  ['demo:exec,rows=x', undefined],
  ['ndjson:', 'sources are ndjson:FILE, ndjson:-, proc:processes and demo:exec'],
  ['=ndjson:-', 'write NAME=SPEC, or SPEC alone'],
  ['', 'sources are ndjson:FILE, ndjson:-, proc:processes and demo:exec'],
])('%s is refused: %s', (text, hint) => {
  expect(() => parseSourceSpec(text)).toThrow(
    expect.objectContaining({ code: 'E_SOURCE_SPEC', blame: 'user', hint }),
  );
});

test('standard input may be given as a stream', async () => {
  const stdin = chunks('{"a":1}\n');
  const { rows } = await collect(openSourceSpec(parseSourceSpec('ndjson:-'), { stdin }));
  expect(rows).toEqual([{ a: 1n }]);
});

test('demo:exec with rows', async () => {
  const spec = parseSourceSpec('demo:exec,rows=5,rate=0');
  const { packets } = await collect(openSourceSpec(spec, { batchRows: 2 }));
  expect(packets.map(({ length }) => length)).toEqual([2, 2, 1]);
});

test('a file that is missing, and a directory', async () => {
  writeFileSync(join(folder, 'events.ndjson'), '');
  const failure = async (path: string): Promise<unknown> => {
    const errors: unknown[] = [];
    await collect(openSourceSpec(parseSourceSpec(`ndjson:${path}`)), {
      onError: (error) => errors.push(error),
    });
    return errors[0];
  };
  expect(await failure(join(folder, 'event.ndjson'))).toMatchObject({
    code: 'E_SOURCE_READ',
    blame: 'user',
    hint: `did you mean ${join(folder, 'events.ndjson')}?`,
  });
  expect(await failure(folder)).toMatchObject({
    code: 'E_SOURCE_READ',
    message: `${folder} is a directory`,
  });
});
