import { defineGadget, every, openSource, param, params, subscribe } from '@gadget-api/guest';
import { see, word } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    both('init');
    for (const key of ['TEXT', 'empty', 'ünï.🦀', 'not declared', '']) see(key, param(key) ?? word('none'));
    subscribe(openSource('open'), () => both('on-packet'));
    every(1000, () => both('on-tick'));
  },
  start: () => both('start'),
  stop: () => both('stop'),
});

function both(phase: string): void {
  const all = Object.entries(params.all()).map(([key, value]) => `${key}=${value}`);
  see(`${phase} all`, all);
  see(`${phase} text`, param('text'));
}
