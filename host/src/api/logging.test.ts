import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newGuest } from './guest.fixture.ts';
import { cut, enabled, log } from './logging.ts';

test('levels that are not shown are left out', () => {
  const { guest, seen } = newGuest({ shown: ['error'] });
  log(guest, 'error', '');
  log(guest, 'info', 'x');
  expect([enabled(guest, 'error'), enabled(guest, 'info')]).toEqual([true, false]);
  expect(seen.logged).toEqual([['error', '']]);
});

test('long lines are cut, and the cut is marked', () => {
  const { guest, seen } = newGuest();
  log(guest, 'info', 'a'.repeat(8192));
  log(guest, 'info', 'a'.repeat(8193));
  log(guest, 'info', 'ä'.repeat(4096));
  log(guest, 'info', '😀'.repeat(1_000_000));
  const [whole, one, whole2, many] = seen.logged.map(([, message]) => message);
  expect(whole).toBe('a'.repeat(8192));
  expect(whole2).toBe('ä'.repeat(4096));
  for (const message of [one!, many!]) {
    expect(Buffer.byteLength(message)).toBeLessThanOrEqual(8192);
    expect(Buffer.byteLength(message)).toBeGreaterThan(8180);
    expect(message).toMatch(/ … \[cut\]$/);
    expect(message).not.toContain('\ufffd');
  }
});

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
