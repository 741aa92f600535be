import { defineGadget, openSource, subscribe } from '@gadget-api/guest';
import { accessors } from '../../kit/js/accessors.ts';
import { attempt } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    const open = openSource('open');
    const fields = open.fields();
    subscribe(open, (packet) => {
      for (const field of fields)
        accessors.forEach(({ name, set }, row) =>
          attempt(`${field.name} as ${name}`, () => set(field, packet, row, '1')),
        );
    });
  },
});
