import { defineGadget, openSource, subscribe } from '@gadget-api/guest';
import { redact } from '../../../gadgets/redact/redact.ts';

export default defineGadget({
  init() {
    const open = openSource('open');
    const filename = open.field('filename', 'text');
    subscribe(open, (packet) => {
      for (const row of packet) filename.set(row, redact(filename.get(row)));
    });
  },
});
