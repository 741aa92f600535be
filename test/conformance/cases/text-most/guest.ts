import { defineGadget, openSource, subscribe } from '@gadget-api/guest';
import { attempt } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    const open = openSource('open');
    const text = open.field('text', 'text');
    const bytes = open.field('bytes', 'bytes');
    subscribe(open, (packet) => {
      const row = packet.row(0);
      attempt('set bytes', () => bytes.set(row, new Uint8Array(16 * 1024 * 1024)));
      attempt('set one byte more', () => bytes.set(row, new Uint8Array(16 * 1024 * 1024 + 1)));
      attempt('set a character more', () => text.set(row, 'x'.repeat(16 * 1024 * 1024 + 1)));
      attempt('get bytes', () => bytes.get(row));
    });
  },
});
