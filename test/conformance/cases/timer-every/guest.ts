import { clock, defineGadget, every, log, openSource, subscribe } from '@gadget-api/guest';
import { attempt } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    subscribe(openSource('open'), () => tryEvery('on-packet', 250));
    tryEvery('init', 0);
    tryEvery('init', 1000);
  },
  start() {
    tryEvery('start', 0);
    tryEvery('start', 700);
  },
  stop() {
    tryEvery('stop', 100);
    tryEvery('stop', 0);
  },
});

function tryEvery(phase: string, interval: number): void {
  attempt(`in ${phase}, ${interval}`, () => void every(interval, () => tick(interval)));
}

function tick(interval: number): void {
  log.info(`tick of ${interval} at ${clock.monotonic() / 1_000_000n}`);
  if (interval === 700) tryEvery('on-tick', 330);
}
