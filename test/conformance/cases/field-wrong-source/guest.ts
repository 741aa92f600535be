import { createSource, defineGadget, openSource, subscribe } from '@gadget-api/guest';
import { accessorOf } from '../../kit/js/accessors.ts';
import { calls } from '../../kit/js/calls.ts';
import { see } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    const fields = openSource('open').fields();
    const mine = createSource('mine');
    mine.addField('text', 'text');
    const exec = openSource('exec');
    subscribe(exec, (received) => {
      using made = mine.newPacket(1);
      for (const [what, packet] of Object.entries({ received, made }))
        for (const field of fields)
          see(`${field.name}, ${what}`, calls(accessorOf(field.name), field, packet, 0, ['1']));
    });
  },
});
