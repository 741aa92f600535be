import { defineGadget, openSource, type Packet, subscribe } from '@gadget-api/guest';
import { keep } from '../../kit/js/keep.ts';
import { listAccessorOf, listCalls } from '../../kit/js/lists.ts';
import { see } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    const open = openSource('open');
    const fields = open.fields();
    let kept: Packet | undefined;
    subscribe(open, (packet) => {
      if (kept === undefined) {
        kept = keep(packet);
        return;
      }
      for (const field of fields)
        see(field.name, listCalls(listAccessorOf(field.name), field, kept, 0, [['1']]));
    });
  },
});
