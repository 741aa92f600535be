import { defineGadget, openSource, param, sourceNames, subscribe } from '@gadget-api/guest';
import { redact } from './redact.ts';

export default defineGadget({
  init() {
    const [first] = sourceNames();
    const source = openSource(param('from') || (first ?? 'open'));
    const path = source.field(param('field') ?? 'filename', 'text');

    subscribe(source, (packet) => {
      path.update(packet, redact);
    });
  },
});
