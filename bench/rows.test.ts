import { expect, it } from 'vitest';
import { redact } from '../gadgets/redact/redact.ts';
import { openRow, openRowLines, proveRedactedLines } from './rows.ts';
import { ProofError } from './workload.ts';

const rows = 100;
const good = Array.from({ length: rows }, (_, number) => {
  const row = openRow(number);
  return `${JSON.stringify({ ...row, filename: redact(row.filename) })}\n`;
});
const proof = (lines: readonly string[]): void => proveRedactedLines(Buffer.from(lines.join('')), rows);

it('takes what plain JavaScript would have written', () => {
  expect(() => proof(good)).not.toThrow();
});

it.each([
  ['nothing came', [], '0 rows came out, not 100'],
  ['the last is missing', good.slice(0, -1), '99 rows came out, not 100'],
  ['one is missing', good.toSpliced(50, 1), 'row 50 is'],
  ['two are swapped', [good[1]!, good[0]!, ...good.slice(2)], 'row 0 is'],
  ['one came twice', [...good, good[99]!], 'row 100 is'],
  ['a field is missing', ['{"pid":1}\n', ...good.slice(1)], 'row 0 is'],
  ['the last is cut off', [...good.slice(0, -1), good[99]!.slice(0, -1)], 'row 99 is cut off'],
])('%s', (_, lines, message) => {
  expect(() => proof(lines)).toThrow(ProofError);
  expect(() => proof(lines)).toThrow(message);
});

it('sees that nothing was redacted', () => {
  const lines = openRowLines(0, rows);
  expect(() => proveRedactedLines(Buffer.from(lines), rows)).toThrow(ProofError);
});
