import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextDecoder as GadgetDecoder } from './text-decoder.ts';
import { TextEncoder as GadgetEncoder } from './text-encoder.ts';

describe('TextEncoder and TextDecoder of gadgets', () => {
  it('encode like the platform', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(new GadgetEncoder().encode(text)).toEqual(new TextEncoder().encode(text));
      }),
    );
    expect(new GadgetEncoder().encode('a\ud800b')).toEqual(new TextEncoder().encode('a\ud800b'));
  });

  it('decode like the platform, whatever the bytes', () => {
    const nearText = fc.array(
      fc.constantFrom(
        0x41,
        0x80,
        0xbf,
        0xc2,
        0xe0,
        0xa0,
        0xed,
        0x9f,
        0xef,
        0xbb,
        0xf0,
        0x90,
        0xf4,
        0x8f,
        0xff,
      ),
    );
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array(), nearText), (numbers) => {
        const bytes = Uint8Array.from(numbers);
        expect(new GadgetDecoder().decode(bytes)).toBe(new TextDecoder().decode(bytes));
      }),
      { numRuns: 500 },
    );
  });

  it('refuses other encodings, and damaged text when fatal', () => {
    expect(() => new GadgetDecoder('latin1')).toThrow(/UTF-8 only/);
    expect(() => new GadgetDecoder('utf-8', { fatal: true }).decode(Uint8Array.of(0xff))).toThrow(TypeError);
  });

  it('decodes views and long texts', () => {
    const text = 'ä'.repeat(5000);
    const bytes = new TextEncoder().encode(`x${text}`);
    expect(new GadgetDecoder().decode(bytes.subarray(1))).toBe(text);
  });
});
