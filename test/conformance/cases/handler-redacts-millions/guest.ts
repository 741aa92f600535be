import { defineGadget, openSource, subscribe } from '@gadget-api/guest';
import { see } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    const open = openSource('open');
    const name = open.field('name', 'text');
    let rows = 0;
    let secrets = 0;
    subscribe(open, (packet) => {
      rows += packet.length;
      name.update(packet, (path) => {
        if (!path.startsWith('/home/ann')) return path;
        secrets++;
        return path.replace('ann', '***');
      });
      if (rows !== 2_007_040) return;
      see('rows', rows);
      see('secrets', secrets);
    });
  },
});
