import { clock, defineGadget, log, openSource, subscribe } from '@gadget-api/guest';

export default defineGadget({
  init() {
    const open = openSource('open');
    const last = open.field('last', 'boolean');
    subscribe(open, (packet) => {
      // Also when it does not loop: the first calls take longer.
      log.info(`at ${clock.wall()}`);
      for (const row of packet) if (last.get(row)) for (;;);
    });
  },
});
