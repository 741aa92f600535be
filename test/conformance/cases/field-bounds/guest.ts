import { defineGadget, openSource, param, subscribe } from '@gadget-api/guest';
import { accessors } from '../../kit/js/accessors.ts';
import { outcome, see, word } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    const open = openSource('open');
    const fields = open.fields();
    subscribe(open, (packet) => {
      const row = packet.row(0);
      for (const field of fields)
        for (const { name, takes, get, set } of accessors) {
          if (outcome(() => get(field, packet, 0)) === 'wrong-kind') continue;
          field.unset(row);
          const answers = param(field.name)!
            .split(' ')
            .filter(takes)
            .map((value) => {
              const answer = outcome(() => set(field, packet, 0, value));
              return `${value} ${answer} ${field.isSet(row) ? outcome(() => get(field, packet, 0)) : 'unset'}`;
            });
          see(`${field.name} as ${name}`, word(answers.join(', ')));
        }
    });
  },
});
