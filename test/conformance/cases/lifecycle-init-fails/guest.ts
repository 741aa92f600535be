import { ApiError, defineGadget, param } from '@gadget-api/guest';
import { see } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    see('init', undefined);
    if (param('role') === 'second') throw new ApiError('denied', 'as it should be');
  },
  start: () => see('start', undefined),
  stop: () => see('stop', undefined),
});
