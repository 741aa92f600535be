import { defineGadget, openSource, param, subscribe } from '@gadget-api/guest';
import { attempt } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    if (param('role') === 'first') {
      for (const name of ['hidden', 'asked for', 'not any more', 'shown by second'])
        openSource(name).setHidden(true);
      openSource('not any more').setHidden(false);
      return;
    }
    openSource('shown by second').setHidden(false);
    openSource('hidden by second').setHidden(true);
    const hidden = openSource('hidden');
    const pid = hidden.field('pid', 'uint32');
    subscribe(hidden, (packet) => attempt('got', () => pid.get(packet.row(0))));
  },
});
