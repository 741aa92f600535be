import { defineGadget, openSource, subscribe } from '@gadget-api/guest';
import { accessorOf } from '../../kit/js/accessors.ts';
import { attempt } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    const open = openSource('open');
    const fields = open.fields();
    subscribe(open, (packet) => {
      for (const field of fields) {
        const { column, setColumn } = accessorOf(field.name);
        attempt(field.name, () => column!(field, packet));
        const rows = Array.from(packet, ({ index }) => String(index));
        attempt('set', () => setColumn!(field, packet, rows));
        attempt(field.name, () => column!(field, packet));
      }
    });
  },
});
