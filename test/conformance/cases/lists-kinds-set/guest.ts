import { defineGadget, openSource, subscribe } from '@gadget-api/guest';
import { listAccessors } from '../../kit/js/lists.ts';
import { outcome, see, word } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    const open = openSource('open');
    const fields = open.fields();
    subscribe(open, (packet) => {
      for (const field of fields)
        for (const { name, set, setColumn } of listAccessors) {
          const one = outcome(() => set(field, packet, 0, ['1', '0']));
          const all = outcome(() => setColumn(field, packet, [['1', '0']]));
          see(`${field.name} as ${name}`, word(`${one}, ${all}`));
        }
    });
  },
});
