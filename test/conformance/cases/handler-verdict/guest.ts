import { createSource, defineGadget, openSource, param, subscribe } from '@gadget-api/guest';
import { see } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    const made = param('role') === 'first' ? createSource('made') : undefined;
    for (const name of ['open', 'state']) {
      const source = openSource(name);
      const pid = source.field('pid', 'uint32');
      subscribe(source, (packet) => {
        if (made === undefined) {
          see(name, pid.column(packet));
          return 'keep';
        }
        made.newPacket(1).emit();
        return pid.get(packet.row(0)) === 2 ? 'discard' : 'keep';
      });
    }
  },
});
