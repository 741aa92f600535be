import { defineGadget, openSource, subscribe } from '@gadget-api/guest';
import { see } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    const open = openSource('open');
    const name = open.field('name', 'text');
    const stored = open.field('name', 'bytes');
    const byRow = open.field('by row', 'text');
    const byRowStored = open.field('by row', 'bytes');
    const byBlock = open.field('by block', 'text');
    const byBlockStored = open.field('by block', 'bytes');
    subscribe(open, (packet) => {
      for (const row of packet) {
        see('get', name.get(row));
        see('bytes', stored.get(row));
        byRowStored.set(row, stored.get(row));
      }
      byBlock.setPacked(packet, name.packed(packet));
      see('column', name.column(packet));
      see('packed', stored.column(packet));
      see('by row', byRowStored.column(packet));
      see('by block', byBlockStored.column(packet));
      see('text by row', byRow.column(packet));
      see('text by block', byBlock.column(packet));
    });
  },
});
