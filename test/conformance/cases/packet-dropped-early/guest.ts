import { defineGadget, handleUsage, openSource, param, subscribe } from '@gadget-api/guest';
import { see } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    const open = openSource('open');
    const pid = open.field('pid', 'uint32');
    subscribe(open, (packet) => {
      if (param('role') === 'second') {
        see('open', pid.column(packet));
        return 'keep';
      }
      const value = pid.get(packet.row(0));
      packet.discard(0);
      pid.set(packet.append(), value + 100);
      const before = handleUsage().open;
      packet[Symbol.dispose]();
      see('handles given back', before - handleUsage().open);
      if (value === 3) throw new Error('as it should be');
      return value === 2 ? 'discard' : 'keep';
    });
  },
});
