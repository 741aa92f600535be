import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cut } from './cut.ts';

test('what is cut fits, and is the beginning', () => {
  const unit = fc.constantFrom('a', 'ä', '€', '😀', '\0');
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 60 }), fc.integer({ min: 1, max: 80 }), (text, most) => {
      const kept = cut(text, most);
      expect(Buffer.byteLength(kept)).toBeLessThanOrEqual(most);
      if (Buffer.byteLength(text) <= most) expect(kept).toBe(text);
      else {
        expect(kept).not.toBe(text);
        expect(text.startsWith(kept.replace(/ … \[cut\]$/, ''))).toBe(true);
      }
    }),
  );
});
