import { defineGadget, every, openSource, subscribe } from '@gadget-api/guest';
import { seed } from '../../../../guest-js/src/random.ts';
import { see } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    see('init', seed());
    subscribe(openSource('open'), () => see('on-packet', seed()));
    every(1000, () => see('on-tick', seed()));
  },
  start: () => see('start', seed()),
  stop: () => see('stop', seed()),
});
