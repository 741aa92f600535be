import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { comparePackages } from './compare.ts';
import { WitSyntaxError } from './item.ts';
import { packageFromText } from './text.fixture.ts';

const logging = readFileSync(join(import.meta.dirname, '../../../wit/gadget-api/logging.wit'), 'utf8');
const words = `package a:b@1.0.0; ${logging}`.split(/(?<=\s)|(?=[(){}<>;:,.@=])|(?<=[(){}<>;:,.@=])/);

test('texts with words lost, doubled or swapped are compared or refused', () => {
  const before = packageFromText(words.join(''));
  const change = fc.record({
    at: fc.nat(words.length - 1),
    from: fc.nat(words.length - 1),
    drop: fc.boolean(),
  });
  let compared = 0;
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
      const text = [...words];
      for (const { at, from, drop } of changes) text[at] = drop ? '' : words[from]!;
      try {
        comparePackages(before, packageFromText(text.join('')));
        compared++;
      } catch (error) {
        expect(error).toBeInstanceOf(WitSyntaxError);
      }
    }),
    { numRuns: 1000, seed: 7 },
  );
  expect(compared).toBeGreaterThan(50);
});
