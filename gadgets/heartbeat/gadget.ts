import { clock, createSource, defineGadget, every, params } from '@gadget-api/guest';

export default defineGadget({
  init() {
    const beats = createSource('heartbeat');
    const beat = beats.addField('beat', 'uint32').annotate('description', 'Counts from 1');
    const uptime = beats.addField('uptime', 'uint64').annotate('value.unit', 'ns');
    let count = 0;

    every(params.duration('every', 1000), () => {
      const packet = beats.newPacket(1);
      const row = packet.row(0);
      beat.set(row, ++count);
      uptime.set(row, clock.monotonic());
      packet.emit();
    });
  },
});
