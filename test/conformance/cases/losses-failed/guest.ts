import { ApiError, defineGadget, onLoss, openSource, param, subscribe } from '@gadget-api/guest';
import { see, word } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    const role = param('role');
    const open = openSource('open');
    const pid = open.field('pid', 'uint32');
    subscribe(open, (packet) => {
      const first = pid.get(packet.row(0));
      if ((role === 'first' && first === 1) || (role === 'second' && first === 2)) {
        see('fails', packet.length);
        throw new ApiError('other', 'no');
      }
      see('gets', packet.length);
      if (role === 'first' && first === 3) packet.discard(0);
    });
    onLoss(open, (rows, cause) => see('lost', word(`${rows}, ${cause}`)));
  },
});
