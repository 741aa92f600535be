import { defineGadget, openSource, subscribe } from '@gadget-api/guest';
import { accessorOf } from '../../kit/js/accessors.ts';
import { calls } from '../../kit/js/calls.ts';
import { see } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    const open = openSource('open');
    const fields = open.fields();
    subscribe(open, (packet) => {
      const answers = (row: number): void => {
        for (const field of fields)
          see(`${field.name} of ${row}`, calls(accessorOf(field.name), field, packet, row, ['1', '1']));
      };
      answers(1);
      answers(4_294_967_295);
      packet.append();
      answers(1);
    });
  },
});
