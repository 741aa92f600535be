import { defineGadget, openSource, param, subscribe } from '@gadget-api/guest';
import { attempt, see } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    const state = openSource('state');
    const pid = state.field('pid', 'uint32');
    const name = state.field('name', 'text');
    subscribe(state, (packet) => {
      const pids = pid.column(packet);
      see('column', pids);
      if (param('role') === 'second') {
        see('names', name.column(packet));
        see('last', name.get(packet.row(packet.length - 1)));
        return;
      }
      let sum = 0;
      for (let row = 39_000; row < packet.length; row++) sum += pid.get(packet.row(row));
      see('sum of the last thousand', sum);
      name.update(packet, (text, row) => `${text} ${pids[row]}`);
      attempt('discard every second', () => packet.discardMany(pids.filter((each) => each % 2 === 1)));
    });
  },
});
