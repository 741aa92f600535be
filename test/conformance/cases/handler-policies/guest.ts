import { defineGadget, openSource, param, subscribe } from '@gadget-api/guest';
import { attempt } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    const source = openSource(param('role')!);
    const pid = source.field('pid', 'uint32');
    subscribe(source, (packet) => {
      const value = pid.get(packet.row(0));
      attempt('set', () => pid.set(packet.row(0), value + 100));
      if (value === 1) throw new Error('as it should be');
    });
  },
});
