import { defineGadget, openSource, subscribe } from '@gadget-api/guest';
import { attempt, see, word } from '../../kit/js/observe.ts';

/** What is wrong, ends, and the length of the data. */
const wrong: readonly (readonly [string, number[], number])[] = [
  ['none', [], 0],
  ['none, but data', [], 3],
  ['too few', [1, 3], 3],
  ['too many', [1, 2, 3, 3], 3],
  ['falls', [2, 1, 3], 3],
  ['falls at the end', [1, 4, 3], 3],
  ['ends early', [1, 2, 2], 3],
  ['ends late', [1, 2, 4], 3],
  ['far away', [0, 0, 4_294_967_295], 3],
];

export default defineGadget({
  init() {
    const open = openSource('open');
    const text = open.field('text', 'text');
    const bytes = open.field('bytes', 'bytes');
    const copy = open.field('copy', 'text');
    subscribe(open, (packet) => {
      for (const field of [text, bytes]) {
        for (const [label, ends, length] of wrong)
          attempt(`${field.name} ${label}`, () =>
            field.setPacked(packet, {
              ends: Uint32Array.from(ends),
              data: new Uint8Array(length),
            }),
          );
        see('is set', field.isSetColumn(packet));
        const { ends, data } = field.packed(packet);
        see('packed', word(`${ends.join(' ')} of ${data.length}`));
        copy.setPacked(packet, { ends, data });
        see('copy', copy.column(packet));
        attempt('right', () =>
          field.setPacked(packet, {
            ends: Uint32Array.of(0, 3, 3),
            data: Uint8Array.of(97, 98, 99),
          }),
        );
        see('is set', field.isSetColumn(packet));
      }
    });
  },
});
