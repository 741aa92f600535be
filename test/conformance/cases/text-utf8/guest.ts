import { defineGadget, openSource, subscribe } from '@gadget-api/guest';
import { see } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    const open = openSource('open');
    const name = open.field('name', 'text');
    const stored = open.field('name', 'bytes');
    const longer = open.field('longer', 'text');
    const copy = open.field('copy', 'text');
    subscribe(open, (packet) => {
      for (const row of packet) {
        see('get', name.get(row));
        see('bytes', stored.get(row));
        longer.set(row, `${name.get(row)}→`);
      }
      see('column', name.column(packet));
      see('packed', stored.column(packet));
      see('longer', longer.column(packet));
      copy.setColumn(packet, name.column(packet));
    });
  },
});
