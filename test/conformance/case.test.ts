import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { casesFolder, parseCase, readCases } from './case.ts';

function folderWith(change: (caseFolder: string) => void): string {
  const folder = mkdtempSync(join(tmpdir(), 'gadget-cases-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(join(casesFolder, 'packet-append'), join(folder, 'packet-append'), { recursive: true });
  change(join(folder, 'packet-append'));
  return folder;
}

test('a case as it should be', () => {
  expect(readCases(folderWith(() => {})).map(({ name }) => name)).toEqual(['packet-append']);
});

test('a long line of the log is told in short', () => {
  const log = [{ begin: 'a ', repeat: 'xy', times: 2, end: '.' }, { repeat: 'z', times: 3 }, 'as it is'];
  const json = JSON.stringify({ shows: 'enough words', expect: { log } });
  const [read] = readCases(folderWith((at) => writeFileSync(join(at, 'case.json'), json)));
  expect(read?.expect.log).toEqual(['a xyxy.', 'zzz', 'as it is']);
});

test('details of a line are told with it', () => {
  const attributes = [
    ['pid', 'whole', '42'],
    [{ repeat: 'k', times: 2 }, 'text', ''],
  ];
  const log = [
    { line: { repeat: 'a', times: 3 }, attributes },
    { line: 'none', attributes: [] },
  ];
  const { expect: expected } = parseCase('told', { shows: 'enough words', expect: { log } });
  expect(expected.log).toEqual(['aaa with [["pid","whole","42"],["kk","text",""]]', 'none']);
  const wrong = [{ line: 'a', attributes: [['pid', 'number', '42']] }];
  expect(() => parseCase('wrong', { shows: 'enough words', expect: { log: wrong } })).toThrow('expect.log.0');
});

test.each([
  ['a guest is missing', (at: string) => rmSync(join(at, 'guest.go')), 'missing: guest.go'],
  ['a file is unused', (at: string) => writeFileSync(join(at, 'guest.c'), ''), 'unused: guest.c'],
  ['there is no case.json', (at: string) => rmSync(join(at, 'case.json')), 'no case.json'],
  [
    'something is misspelt',
    (at: string) => writeFileSync(join(at, 'case.json'), '{"shows":"enough words","expext":{},"expect":{}}'),
    'expext',
  ],
  [
    'a language is left out that has a guest',
    (at: string) =>
      writeFileSync(
        join(at, 'case.json'),
        '{"shows":"enough words","expect":{},"impossible":{"go":"no such thing"}}',
      ),
    'unused: guest.go',
  ],
])('%s', (_, change, words) => {
  expect(() => readCases(folderWith(change))).toThrow(words);
});
