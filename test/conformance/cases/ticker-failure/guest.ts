import { ApiError, clock, createSource, defineGadget, every, log } from '@gadget-api/guest';

const now = (): bigint => clock.monotonic() / 1_000_000n;

export default defineGadget({
  init() {
    const own = createSource('own');
    const tick = own.addField('tick', 'uint32');
    const note = own.addField('note', 'text');
    let ticks = 0;
    every(100, () => {
      log.info(`tick ${++ticks} at ${now()}`);
      const emitted = own.newPacket(1);
      note.set(emitted.row(0), 'undone');
      emitted.emit();
      if (ticks === 2) throw new Error('no more');
      const kept = own.newPacket(1);
      tick.set(kept.row(0), ticks);
      const another = every(60, () => {
        log.info(`made by the tick that failed, at ${now()}`);
        if (ticks === 1) return;
        note.set(kept.row(0), 'kept');
        kept.emit();
        another.cancel();
      });
      throw new ApiError('limit-exceeded', 'not this time');
    });
  },
});
