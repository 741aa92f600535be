import { defineGadget } from '@gadget-api/guest';
import { see } from '../../kit/js/observe.ts';

export default defineGadget({
  init: () => see('init', undefined),
  start() {
    see('start', undefined);
    throw new RangeError('as it should be');
  },
  stop: () => see('stop', undefined),
});
