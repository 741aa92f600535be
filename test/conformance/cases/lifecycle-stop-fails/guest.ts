import { createSource, defineGadget, openSource, param } from '@gadget-api/guest';
import { errorOf } from '../../kit/js/errors.ts';
import { attempt } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    createSource(param('role')!);
  },
  stop() {
    const role = param('role')!;
    attempt('emit', () => openSource(role).newPacket(1).emit());
    if (role !== 'none') throw errorOf(role, 'as it should be');
  },
});
