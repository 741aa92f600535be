import { defineGadget, openSource, subscribe } from '@gadget-api/guest';
import { accessors } from '../../kit/js/accessors.ts';
import { outcome, see, word } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    const open = openSource('open');
    const fields = open.fields();
    subscribe(open, (packet) => {
      const row = packet.row(0);
      for (const field of fields) {
        const unset = (): string => outcome(() => field.unset(row));
        see(field.name, word(`${field.isSet(row)}, ${unset()}, ${unset()}, ${field.isSet(row)}`));
        see('is set', field.isSetColumn(packet));
        for (const { name, get, set, column, setColumn } of accessors) {
          const read = outcome(() => get(field, packet, 0));
          if (read === 'wrong-kind') continue;
          const nothing = field.kind === 'text' || field.kind === 'bytes' ? '' : '0';
          const answers = [read, outcome(() => set(field, packet, 0, nothing)), field.isSet(row)];
          field.unset(row);
          if (setColumn !== undefined) {
            answers.push(outcome(() => column!(field, packet)));
            answers.push(
              outcome(() => setColumn(field, packet, [nothing, nothing])),
              field.isSet(row),
            );
            for (const each of packet) field.unset(each);
          }
          see(`${field.name} as ${name}`, word(answers.join(', ')));
        }
      }
    });
  },
});
