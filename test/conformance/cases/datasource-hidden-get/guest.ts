import { defineGadget, isHidden, openSource, param, subscribe } from '@gadget-api/guest';
import { see, word } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    const open = openSource('open');
    look('init');
    if (param('role') === 'first') {
      open.setHidden();
      open.field('shown').setHidden();
      open.field('hidden').setHidden(false);
    } else open.setHidden(false);
    look('set');
    subscribe(open, () => look('on-packet'));
  },
  start: () => look('start'),
  stop: () => look('stop'),
});

function look(label: string): void {
  const open = openSource('open');
  const fields = ['shown', 'hidden'].map((name) => `${name} ${isHidden(open.field(name))}`);
  see(label, word([`open ${isHidden(open)}`, ...fields].join(', ')));
}
