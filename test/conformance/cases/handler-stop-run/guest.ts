import { ApiError, defineGadget, every, openSource, param, subscribe } from '@gadget-api/guest';
import { see } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    const open = openSource('open');
    const pid = open.field('pid', 'uint32');
    every(1000, () => see('tick', undefined));
    subscribe(open, (packet) => {
      see('open', pid.column(packet));
      if (param('role') === 'second' && pid.get(packet.row(0)) === 2)
        throw new ApiError('not-found', 'as it should be');
    });
  },
  stop: () => see('stop', undefined),
});
