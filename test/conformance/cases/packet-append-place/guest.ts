import { defineGadget, openSource, param, subscribe } from '@gadget-api/guest';
import { attempt, see } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    const open = openSource('open');
    const pid = open.field('pid', 'uint32');
    if (param('role') === 'first') {
      // To the first packet a row like its last one.
      subscribe(open, (packet) => {
        const values = pid.column(packet);
        if (values[0] === 0) attempt('append', () => pid.set(packet.append(), values.at(-1)!));
      });
      return;
    }
    let rows = 0;
    let before = 0;
    let rising = true;
    subscribe(open, (packet) => {
      rows += packet.length;
      for (const value of pid.column(packet)) {
        rising &&= value >= before;
        before = value;
      }
      if (before !== 9000) return;
      see('rows', rows);
      see('they never fall', rising);
    });
  },
});
