import { ApiError, createSource, defineGadget, log, onLoss, openSource, subscribe } from '@gadget-api/guest';
import { see } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    const news = createSource('news');
    const count = news.addField('rows', 'uint32');
    const open = openSource('open');
    const pid = open.field('pid', 'uint32');
    subscribe(open, (packet) => see('open', pid.column(packet)));
    onLoss(open, (rows) => {
      see('lost', rows);
      const packet = news.newPacket(1);
      count.set(packet.row(0), rows);
      packet.emit();
      if (rows === 1) throw new ApiError('other', 'no');
    });
  },
  stop: () => log.info('stop'),
});
