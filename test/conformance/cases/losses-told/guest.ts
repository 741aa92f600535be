import { defineGadget, log, onLoss, openSource, subscribe } from '@gadget-api/guest';
import { see, word } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    for (const name of ['open', 'exec']) {
      const source = openSource(name);
      const pid = source.field('pid', 'uint32');
      subscribe(source, (packet) => see(name, pid.column(packet)));
      onLoss(source, (rows, cause) => see(`${name} lost`, word(`${rows}, ${cause}`)));
    }
  },
  stop: () => log.info('stop'),
});
