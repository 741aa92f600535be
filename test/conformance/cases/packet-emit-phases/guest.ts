import { createSource, defineGadget, openSource, param, sourceNames, subscribe } from '@gadget-api/guest';
import { attempt, see } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    createSource(param('role')!).addField('n', 'uint32');
    for (const name of sourceNames()) {
      const source = openSource(name);
      const n = source.field('n', 'uint32');
      subscribe(source, (packet) => see(`of ${name}`, n.column(packet)));
    }
  },
  start: () => attempt('start, emit', () => emit(1)),
  stop: () => attempt('stop, emit', () => emit(2)),
});

function emit(value: number): void {
  const own = openSource(param('role')!);
  const packet = own.newPacket(1);
  own.field('n', 'uint32').set(packet.row(0), value);
  packet.emit();
}
