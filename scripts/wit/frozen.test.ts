import { expect, test } from 'vitest';
import { predecessor } from './frozen.ts';

test.each([
  { of: '1.1.0', frozen: ['1.0.0'], is: '1.0.0' },
  { of: '1.3.0', frozen: ['1.0.0', '1.1.0', '1.2.0'], is: '1.2.0' },
  { of: '1.2.0', frozen: ['1.0.0', '1.2.0'], is: '1.2.0' },
  { of: '1.1.0', frozen: ['1.0.0', '1.2.0'], is: '1.2.0' },
  { of: '1.1.0', frozen: ['1.0.0', '2.0.0-preview.1'], is: '1.0.0' },
  { of: '2.0.0-preview.2', frozen: ['1.0.0', '1.4.0', '2.0.0-preview.1'], is: '2.0.0-preview.1' },
  { of: '2.0.0', frozen: ['1.0.0', '1.4.0'], is: '1.4.0' },
  { of: '0.9.0', frozen: ['1.0.0', '1.4.0'], is: '1.4.0' },
  { of: '1.0.0', frozen: [], is: undefined },
])('$of goes on with $is', ({ of, frozen, is }) => {
  expect(predecessor(frozen.toReversed(), of)).toBe(is);
});
