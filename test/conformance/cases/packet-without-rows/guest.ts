import { defineGadget, openSource, param, subscribe } from '@gadget-api/guest';
import { attempt, see } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    let states = 0;
    for (const name of ['open', 'state']) {
      const source = openSource(name);
      const pid = source.field('pid', 'uint32');
      subscribe(source, (packet) => {
        see(`len of ${name}`, packet.length);
        if (param('role') === 'second') return;
        if (name === 'state' && ++states === 3) {
          attempt('append', () => packet.append(2).index);
          pid.set(packet.row(0), 7);
          return;
        }
        if (packet.length === 0) {
          see('column', pid.column(packet));
          attempt('get', () => pid.get(packet.row(0)));
        }
        attempt('discard', () => packet.discard(0));
      });
    }
  },
});
