import { clock, defineGadget, every, openSource, subscribe, type Timer } from '@gadget-api/guest';
import { see } from '../../kit/js/observe.ts';

const tick = (label: string): void => see(label, clock.monotonic() / 1_000_000n);

export default defineGadget({
  init() {
    every(50, () => tick('in init')).cancel();
    const own = every(100, () => {
      tick('its own');
      own.cancel();
    });
    const two: Timer[] = [1, 0].map((other) =>
      every(250, () => {
        tick('one of two');
        two[other]!.cancel();
        two[1 - other]!.cancel();
      }),
    );
    const inPacket = every(150, () => tick('in on-packet'));
    every(350, () => tick('never'));
    subscribe(openSource('open'), () => inPacket.cancel());
  },
});
