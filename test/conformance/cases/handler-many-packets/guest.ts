import { createSource, defineGadget, openSource, subscribe } from '@gadget-api/guest';
import { see } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    const open = openSource('open');
    const pid = open.field('pid', 'uint32');
    const made = createSource('made');
    let packets = 0;
    let sum = 0;
    subscribe(open, (packet) => {
      for (const row of packet) sum += pid.get(row);
      made.newPacket(1)[Symbol.dispose]();
      if (++packets !== 70_000) return;
      see('of', open.name);
      see('packets', packets);
      see('sum', sum);
    });
  },
});
