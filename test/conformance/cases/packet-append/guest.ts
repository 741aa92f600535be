import { defineGadget, openSource, subscribe } from '@gadget-api/guest';
import { attempt, see } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    const open = openSource('open');
    const pid = open.field('pid', 'uint32');
    subscribe(open, (packet) => {
      see('len', packet.length);
      attempt('append 2', () => packet.append(2).index);
      see('len', packet.length);
      see('is set', pid.isSet(packet.row(3)));
      see('get', pid.get(packet.row(3)));
      attempt('append 0', () => packet.append(0).index);
      attempt('set', () => pid.set(packet.row(3), 7));
      attempt('append too many', () => packet.append(65_535).index);
      attempt('append as many as there may be', () => packet.append(65_534).index);
      see('len', packet.length);
      attempt('append one more', () => packet.append().index);
    });
  },
});
