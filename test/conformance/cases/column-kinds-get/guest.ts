import { defineGadget, openSource, subscribe } from '@gadget-api/guest';
import { accessors } from '../../kit/js/accessors.ts';
import { attempt } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    const open = openSource('open');
    const fields = open.fields();
    subscribe(open, (packet) => {
      for (const field of fields)
        for (const { name, column } of accessors)
          if (column !== undefined) attempt(`${field.name} as ${name}`, () => column(field, packet));
    });
  },
});
