import { defineGadget, openSource, subscribe } from '@gadget-api/guest';
import { accessors } from '../../kit/js/accessors.ts';
import { attempt, outcome, see, word } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    const open = openSource('open');
    const fields = open.fields();
    subscribe(open, (packet) => {
      for (const field of fields)
        for (const { name, get } of accessors) {
          const answers = Array.from(packet, ({ index }) => outcome(() => get(field, packet, index)));
          see(`${field.name} as ${name}`, word(answers.join(', ')));
        }
      attempt('kind', () => word(fields[0]!.kind));
    });
  },
});
