import { defineGadget, openSource, param, subscribe } from '@gadget-api/guest';
import { attempt, see } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    const open = openSource('open');
    if (param('role') === 'second') {
      open.field('shown by second').setHidden(false);
      open.field('hidden by second').setHidden(true);
      const hidden = open.field('hidden');
      subscribe(open, (packet) => {
        attempt('got', () => Number(hidden.get(packet.row(0))));
        attempt('fields', () => open.fields().map(({ name }) => name));
      });
      return;
    }
    open.field('hidden').setHidden(true);
    open.field('not any more').setHidden(true).setHidden(false);
    open.addField('added', 'uint8').setHidden(true);
    openSource('asked for').field('hidden').setHidden(true);
  },
  start() {
    if (param('role') === 'second') return;
    see('nobody behind asks for the added', openSource('open').field('added').requested);
  },
});
