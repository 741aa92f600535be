import { defineGadget, openSource, param, subscribe } from '@gadget-api/guest';
import { hideUser } from './rule.ts';

export default defineGadget({
  init() {
    const open = openSource('open');
    const filename = open.field('filename', 'text');
    const mask = param('mask') ?? '***';

    subscribe(open, (packet) => {
      filename.update(packet, (path) => hideUser(path, mask));
    });
  },
});
