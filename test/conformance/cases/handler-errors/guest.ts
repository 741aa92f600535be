import { defineGadget, openSource, subscribe } from '@gadget-api/guest';
import { errorOf } from '../../kit/js/errors.ts';
import { see } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    const open = openSource('open');
    const name = open.field('name', 'text');
    let calls = 0;
    subscribe(open, (packet) => {
      calls++;
      const tag = name.get(packet.row(0));
      if (tag !== 'none') throw errorOf(tag, 'as it should be');
      see('calls', calls);
    });
  },
});
