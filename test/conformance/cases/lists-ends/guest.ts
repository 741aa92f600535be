import { defineGadget, listField, openSource, subscribe } from '@gadget-api/guest';
import { attempt, see } from '../../kit/js/observe.ts';

/** What is wrong, ends, and the number of elements. */
const wrong: readonly (readonly [string, number[], number])[] = [
  ['none', [], 0],
  ['none, but elements', [], 3],
  ['too few', [1, 3], 3],
  ['too many', [1, 2, 3, 3], 3],
  ['falls', [2, 1, 3], 3],
  ['falls at the end', [1, 4, 3], 3],
  ['ends early', [1, 2, 2], 3],
  ['ends late', [1, 2, 4], 3],
  ['far away', [0, 0, 4_294_967_295], 3],
];

/** What is wrong, ends of elements, and the length of the data. */
const wrongElements: readonly (readonly [string, number[], number])[] = [
  ['none, but data', [], 3],
  ['falls', [2, 1, 3], 3],
  ['ends early', [1, 2, 2], 3],
  ['ends late', [1, 2, 4], 3],
];

export default defineGadget({
  init() {
    const open = openSource('open');
    const s32 = listField(open, 's32', 'int32');
    const u32 = listField(open, 'u32', 'uint32');
    const s64 = listField(open, 's64', 'int64');
    const u64 = listField(open, 'u64', 'uint64');
    const f64 = listField(open, 'f64', 'float64');
    const text = listField(open, 'text', 'text');
    const packed = listField(open, 'packed', 'bytes');
    subscribe(open, (packet) => {
      const ends = Uint32Array.of(1, 1, 3);
      const block = (count: number): { ends: Uint32Array; data: Uint8Array } => ({
        ends: Uint32Array.of(1, 2, 3).slice(0, count),
        data: Uint8Array.of(0x31, 0x32, 0x33).slice(0, count),
      });
      const columns = [
        [s32, (e, count) => s32.setColumn(packet, { ends: e, values: [1, 2, 3].slice(0, count) })],
        [u32, (e, count) => u32.setColumn(packet, { ends: e, values: [1, 2, 3].slice(0, count) })],
        [s64, (e, count) => s64.setColumn(packet, { ends: e, values: [1n, 2n, 3n].slice(0, count) })],
        [u64, (e, count) => u64.setColumn(packet, { ends: e, values: [1n, 2n, 3n].slice(0, count) })],
        [f64, (e, count) => f64.setColumn(packet, { ends: e, values: [1, 2, 3].slice(0, count) })],
        [text, (e, count) => text.setColumn(packet, { ends: e, values: ['1', '2', '3'].slice(0, count) })],
        [packed, (e, count) => packed.setPacked(packet, { ends: e, values: block(count) })],
      ] satisfies (readonly [object, (ends: Uint32Array, count: number) => void])[];
      for (const [field, set] of columns) {
        for (const [label, given, count] of wrong)
          attempt(`${field.name} ${label}`, () => set(Uint32Array.from(given), count));
        if (field === packed)
          for (const [label, given, length] of wrongElements) {
            const values = { ends: Uint32Array.from(given), data: new Uint8Array(length) };
            const outer = given.length === 0 ? Uint32Array.of(0, 0, 0) : ends;
            attempt(`packed elements, ${label}`, () => packed.setPacked(packet, { ends: outer, values }));
          }
        see(`${field.name} is set`, field.isSetColumn(packet));
        attempt(`${field.name} right`, () => set(ends, 3));
      }
    });
  },
});
