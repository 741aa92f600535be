import { defineGadget, openSource, subscribe } from '@gadget-api/guest';
import { accessors } from '../../kit/js/accessors.ts';
import { attempt, word } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    const open = openSource('open');
    const fields = open.fields();
    subscribe(open, (packet) => {
      for (const field of fields)
        for (const { name, get } of accessors)
          attempt(`${field.name} as ${name}`, () => get(field, packet, 0));
      attempt('kind', () => word(fields[0]!.kind));
    });
  },
});
