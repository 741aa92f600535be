import { defineGadget, openSource, subscribe } from '@gadget-api/guest';
import { accessorOf } from '../../kit/js/accessors.ts';
import { outcome, see, word } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    const open = openSource('open');
    const fields = open.fields();
    subscribe(open, (packet) => {
      packet.discard(1);
      packet.append();
      for (const field of fields) {
        const { column, setColumn } = accessorOf(field.name);
        const answers = [[], ['1', '1', '1'], ['1', '1', '1', '1', '1'], ['1', '0', '1', '0']].map(
          (values) => `${values.length} ${outcome(() => setColumn!(field, packet, values))}`,
        );
        see(field.name, word([outcome(() => column!(field, packet)), ...answers].join(', ')));
        see(`${field.name} is set`, field.isSetColumn(packet));
      }
    });
  },
});
