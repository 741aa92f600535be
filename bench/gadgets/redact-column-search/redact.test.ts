import fc from 'fast-check';
import { expect, test } from 'vitest';
import { redact as byRegularExpression } from '../../../gadgets/redact/redact.ts';
import { redact } from './redact.ts';

test('does the same as with a regular expression', () => {
  const part = fc.constantFrom('/', '/home/', 'home', 'ann', 'ä', '', '//');
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      expect(redact(parts.join(''))).toBe(byRegularExpression(parts.join('')));
    }),
    { numRuns: 2000 },
  );
});
