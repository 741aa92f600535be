import { defineGadget, openSource, subscribe } from '@gadget-api/guest';
import { see } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    const open = openSource('open');
    const signed = open.field('signed', 'int64');
    const unsigned = open.field('unsigned', 'uint64');
    const negated = open.field('negated', 'int64');
    const copied = open.field('copied', 'uint64');
    subscribe(open, (packet) => {
      for (const row of packet) {
        see('signed', signed.get(row));
        see('unsigned', unsigned.get(row));
        negated.set(row, -signed.get(row));
      }
      copied.setColumn(packet, unsigned.column(packet));
      see('signed', signed.column(packet));
      see('unsigned', unsigned.column(packet));
      see('negated', negated.column(packet));
    });
  },
});
