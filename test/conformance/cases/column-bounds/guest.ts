import { defineGadget, openSource, param, subscribe } from '@gadget-api/guest';
import { accessors } from '../../kit/js/accessors.ts';
import { outcome, see, word } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    const open = openSource('open');
    const fields = open.fields();
    subscribe(open, (packet) => {
      for (const field of fields)
        for (const { name, takes, column, setColumn } of accessors) {
          if (column === undefined || outcome(() => column(field, packet)) === 'wrong-kind') continue;
          for (const row of packet) field.unset(row);
          const answers = param(field.name)!
            .split(' ')
            .filter(takes)
            .map((value) => {
              const answer = outcome(() => setColumn!(field, packet, ['1', value]));
              const set = field.isSetColumn(packet).includes(true);
              return `${value} ${answer} ${set ? outcome(() => column(field, packet)) : 'unset'}`;
            });
          see(`${field.name} as ${name}`, word(answers.join(', ')));
        }
    });
  },
});
