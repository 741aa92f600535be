import {
  clock,
  createSource,
  defineGadget,
  every,
  log,
  openSource,
  param,
  type Source,
  subscribe,
} from '@gadget-api/guest';

export default defineGadget({
  init() {
    const first = param('role') === 'first';
    const own = first ? createSource('own', 'snapshots') : openSource('own');
    if (first) own.addField('tick', 'uint32');
    const tick = own.field('tick', 'uint32');
    subscribe(own, (packet) => {
      const values = Array.from(packet, (row) => (tick.isSet(row) ? tick.get(row) : ''));
      log.info(`packet of ${packet.length} rows: ${values.join(' ')}`);
    });
    let ticks = 0;
    every(first ? 100 : 150, () => {
      log.info(`tick at ${clock.monotonic() / 1_000_000n}`);
      if (first) emit(own, ++ticks);
    });
  },
});

/** As many rows as ticks; after the second tick, also a state without rows. */
function emit(own: Source, ticks: number): void {
  const packet = own.newPacket(ticks);
  own.field('tick', 'uint32').set(packet.row(0), ticks);
  packet.emit();
  if (ticks === 2) own.newPacket(0).emit();
}
