import { createSource, defineGadget, every, openSource, param, subscribe } from '@gadget-api/guest';
import { see } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    const first = param('role') === 'first';
    const open = openSource('open');
    const pid = open.field('pid', 'uint32');
    const made = first ? createSource('made', 'snapshots') : openSource('made');
    const n = first ? made.addField('n', 'uint32') : made.field('n', 'uint32');
    const emit = (value: number): void => {
      const packet = made.newPacket(1);
      n.set(packet.row(0), value);
      packet.emit();
    };
    subscribe(open, (packet) => {
      const value = pid.get(packet.row(0));
      see('open', value);
      if (!first) return;
      emit(value * 10 + 1);
      emit(value * 10 + 2);
    });
    subscribe(made, (packet) => {
      const value = n.get(packet.row(0));
      see('made', value);
      if (first && value === 11) emit(99);
    });
    if (first)
      every(1000, () => {
        emit(100);
        see('tick', undefined);
      });
  },
});
