import { clock, defineGadget, every, now, openSource, subscribe } from '@gadget-api/guest';
import { see, word } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    look('init');
    subscribe(openSource('open'), () => look('on-packet'));
    every(2_000_000_000, () => look('on-tick'));
  },
  start: () => look('start'),
  stop: () => look('stop'),
});

function look(phase: string): void {
  const { wall, monotonic } = now();
  const same = wall === clock.wall() && monotonic === clock.monotonic();
  see(phase, word(`${wall}, ${monotonic}, ${same ? 'as each' : 'not as each'}`));
}
