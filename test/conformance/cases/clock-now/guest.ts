import { clock, defineGadget, every, openSource, subscribe } from '@gadget-api/guest';
import { see } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    look('init');
    subscribe(openSource('open'), () => look('on-packet'));
    every(4_000_000_000, () => look('on-tick'));
  },
  start: () => look('start'),
  stop: () => look('stop'),
});

function look(phase: string): void {
  const before = clock.monotonic();
  see(`${phase} wall`, clock.wall());
  see(`${phase} monotonic`, clock.monotonic());
  see(`${phase} goes on`, clock.monotonic() >= before);
}
