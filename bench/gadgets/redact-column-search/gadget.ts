import { defineGadget, openSource, subscribe } from '@gadget-api/guest';
import { redact } from './redact.ts';

export default defineGadget({
  init() {
    const open = openSource('open');
    const filename = open.field('filename', 'text');
    subscribe(open, (packet) => {
      filename.setColumn(packet, filename.column(packet).map(redact));
    });
  },
});
