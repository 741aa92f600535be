import { defineGadget } from '@gadget-api/guest';
import { see } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    see('init', undefined);
    throw new RangeError('as it should be');
  },
  start: () => see('start', undefined),
  stop: () => see('stop', undefined),
});
