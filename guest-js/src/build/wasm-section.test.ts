import { expect, it } from 'vitest';
import { leb, readSections, writeSections } from './wasm-section.ts';

const header = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

it('writes sections as it read them', () => {
  const sections = [
    { id: 0, body: new Uint8Array(300) },
    { id: 4, body: header },
  ];
  expect(readSections(writeSections(header, sections))).toEqual({ header, sections });
  expect(leb(624_485)).toEqual([0xe5, 0x8e, 0x26]);
});

it('refuses what is cut short', () => {
  expect(() => readSections(Uint8Array.of(...header, 1, 200, 1))).toThrow(/ends too early/);
});
