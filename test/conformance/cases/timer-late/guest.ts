import { clock, defineGadget, every, openSource, subscribe } from '@gadget-api/guest';
import { see } from '../../kit/js/observe.ts';

const now = (): bigint => clock.monotonic() / 1_000_000n;

export default defineGadget({
  init() {
    for (const interval of [100, 470]) every(interval, () => see(`tick of ${interval}`, now()));
    subscribe(openSource('open'), () => see('packet', now()));
  },
});
