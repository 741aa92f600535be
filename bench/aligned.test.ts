import { expect, it } from 'vitest';
import { aligned } from './aligned.ts';

it('makes each column as wide as its widest cell, and leaves no blanks at the end', () => {
  const rows = [
    ['', 'best', 'note'],
    ['a long name', '9', ''],
    ['b', '10', 'x'],
  ];
  expect(aligned(rows, ['left', 'right'])).toEqual([
    '               best  note',
    '  a long name     9',
    '  b              10  x',
  ]);
});
