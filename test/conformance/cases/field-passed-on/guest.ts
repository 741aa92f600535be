import { defineGadget, openSource, param, subscribe } from '@gadget-api/guest';
import { accessors } from '../../kit/js/accessors.ts';
import { outcome, see, word } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    const open = openSource('open');
    const fields = open.fields();
    subscribe(open, (packet) => {
      for (const field of fields)
        for (const { name, get, set, column, setColumn } of accessors) {
          if (outcome(() => get(field, packet, 0)) === 'wrong-kind') continue;
          if (param('role') === 'reader') {
            const answers = Array.from(packet, ({ index }) => outcome(() => get(field, packet, index)));
            if (column !== undefined) answers.push(outcome(() => column(field, packet)));
            see(`${field.name} as ${name}`, word(answers.join(', ')));
            continue;
          }
          setColumn?.(field, packet, ['0', '1', '1']);
          set(field, packet, 0, '1');
          field.unset(packet.row(2));
        }
    });
  },
});
