import { createSource, defineGadget, openSource, subscribe } from '@gadget-api/guest';
import { listAccessorOf, listCalls } from '../../kit/js/lists.ts';
import { see } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    const fields = openSource('open').fields();
    const mine = createSource('mine');
    subscribe(openSource('exec'), (received) => {
      using made = mine.newPacket(1);
      for (const [what, packet] of Object.entries({ received, made }))
        for (const field of fields)
          see(`${field.name}, ${what}`, listCalls(listAccessorOf(field.name), field, packet, 0, [['1']]));
    });
  },
});
