import { defineGadget, every, openSource, param, subscribe } from '@gadget-api/guest';
import { see, word } from '../../kit/js/observe.ts';

/** By role: outside of a component all gadgets of a process share the module. */
const calls = new Map<string, number>();

export default defineGadget({
  init({ purpose }) {
    see('init', word(purpose));
    calls.set(param('role')!, 0);
    every(1000, () => called('tick'));
    for (const name of param('role') === 'first' ? ['open', 'other'] : ['open'])
      subscribe(openSource(name), () => called(name));
  },
  start: () => called('start'),
  stop: () => called('stop'),
});

function called(label: string): void {
  const role = param('role')!;
  const count = calls.get(role)! + 1;
  calls.set(role, count);
  see(label, count);
}
