import { defineGadget, openSource, subscribe } from '@gadget-api/guest';
import { attempt, see } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    const open = openSource('open');
    const text = open.field('text', 'text');
    subscribe(open, (packet) => {
      const row = packet.row(0);
      const value = text.get(row);
      see('get', value);
      attempt('set text', () => text.set(row, `${value}!`));
      attempt('column', () => text.column(packet));
      attempt('set column', () => text.setColumn(packet, [value]));
    });
  },
});
