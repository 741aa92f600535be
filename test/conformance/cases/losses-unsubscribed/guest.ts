import { defineGadget, log, onLoss, openSource, subscribe, unsubscribe } from '@gadget-api/guest';
import { see } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    const b = openSource('b');
    for (const name of ['a', 'b', 'c']) {
      const source = openSource(name);
      const pid = source.field('pid', 'uint32');
      subscribe(source, (packet) => {
        see(name, pid.column(packet));
        if (name === 'c') unsubscribe(b);
      });
      onLoss(source, (rows) => {
        see(`${name} lost`, rows);
        if (name === 'a') unsubscribe(source);
      });
    }
  },
  stop: () => log.info('stop'),
});
