import { defineGadget, elementKind, openSource, subscribe } from '@gadget-api/guest';
import { listAccessors } from '../../kit/js/lists.ts';
import { outcome, see, word } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    const open = openSource('open');
    const fields = open.fields();
    for (const field of fields) see(field.name, word(`${field.kind}, ${elementKind(field) ?? 'none'}`));
    subscribe(open, (packet) => {
      for (const field of fields)
        for (const { name, get, column } of listAccessors) {
          const answers = Array.from(packet, ({ index }) => outcome(() => get(field, packet, index)));
          answers.push(`column ${outcome(() => column(field, packet))}`);
          see(`${field.name} as ${name}`, word(answers.join(', ')));
        }
    });
  },
});
