import { defineGadget, openSource, param, subscribe } from '@gadget-api/guest';
import { see } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    const open = openSource('open');
    const name = open.field('name', 'text');
    subscribe(open, (packet) => {
      if (param('role') === 'second') {
        see('len', packet.length);
        see('column', name.column(packet));
        see('is set', name.isSetColumn(packet));
        return 'keep';
      }
      if (name.get(packet.row(0)) === 'drop all') return 'discard';
      name.set(packet.row(0), '***');
      packet.discard(1);
      return 'keep';
    });
  },
});
