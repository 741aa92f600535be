import { expect, test } from 'vitest';
import { clean } from '../clean.ts';
import { logLine } from './log-line.ts';

const record = { gadget: 'g', level: 'warn', message: 'two words' } as const;

test('a message alone', () => {
  expect(logLine(record)).toBe('warn g: two words');
  expect(logLine({ ...record, gadget: undefined, attributes: [] })).toBe('warn gadget: two words');
});

test('attributes behind it, in their order, in quotes where that is needed', () => {
  const attributes = [
    { key: 'pid', value: 42n },
    { key: 'share', value: -Infinity },
    { key: 'ok', value: false },
    { key: 'pid', value: 'bash' },
    { key: 'a key', value: '' },
    { key: 'k', value: 'a "b"\\=c' },
    { key: 'é=', value: 'ünï/x,y' },
  ];
  expect(logLine({ ...record, attributes })).toBe(
    'warn g: two words pid=42 share=-Infinity ok=false pid=bash "a key"="" k="a \\"b\\"\\\\=c" "é="=ünï/x,y',
  );
});

test('what could steer a terminal, or end the line, leaves as visible escapes', () => {
  const line = clean(logLine({ ...record, attributes: [{ key: 'k\n', value: '\u001b[2J\u202e' }] }));
  expect(line).toBe('warn g: two words "k\\n"=\\x1b[2J\\u202e');
});
