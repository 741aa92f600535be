import { clock, defineGadget, every } from '@gadget-api/guest';
import { attempt, see } from '../../kit/js/observe.ts';

const now = (): bigint => clock.monotonic() / 1_000_000n;

export default defineGadget({
  init() {
    let ticks = 0;
    const longest = (): void => {
      see('tick of the longest', now());
      if (++ticks === 2) attempt('shortest', () => void every(1, () => see('tick of the shortest', now())));
    };
    attempt('longest', () => void every(4_294_967_295, longest));
  },
});
