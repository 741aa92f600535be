import { expect, it } from 'vitest';
import { bridgeWideNumbers } from './wide-bridge.ts';
import { leb, readSections, writeSections } from './wasm-section.ts';

const component = Uint8Array.of(0, 0x61, 0x73, 0x6d, 0x0d, 0, 1, 0);
const module = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

it('refuses components without the runtime it knows', () => {
  expect(() => bridgeWideNumbers(component)).toThrow(/found 0/);
  expect(() => bridgeWideNumbers(module)).toThrow(/not a component/);
  expect(() => bridgeWideNumbers(Uint8Array.of(...component, 1, 200, 1))).toThrow(/ends too early/);
});

it('says what the runtime lacks', () => {
  const name = Buffer.from('wit_dylib_push_u64');
  const exports = Uint8Array.of(1, name.length, ...name, 0, 0);
  const inner = writeSections(module, [{ id: 7, body: exports }]);
  expect(() => bridgeWideNumbers(writeSections(component, [{ id: 1, body: inner }]))).toThrow(
    /does not export wit_dylib_push_s64/,
  );
});

it('writes sections as it read them', () => {
  const sections = [
    { id: 0, body: new Uint8Array(300) },
    { id: 4, body: component },
  ];
  expect(readSections(writeSections(component, sections))).toEqual({ header: component, sections });
  expect(leb(624_485)).toEqual([0xe5, 0x8e, 0x26]);
});
