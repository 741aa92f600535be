import { defineGadget, log, openSource, sourceNames, subscribe } from '@gadget-api/guest';

export default defineGadget({
  init({ purpose }) {
    log.info(`init (${purpose})`);
    for (const name of sourceNames()) {
      subscribe(openSource(name), (packet) => {
        log.info(`${packet.length} rows of ${name}`);
      });
    }
  },
  start() {
    log.info('start');
  },
  stop() {
    log.info('stop');
  },
});
