import { type AnyField, defineGadget, openSource, param, subscribe } from '@gadget-api/guest';
import { see, word } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    const open = openSource('open');
    const role = param('role')!;
    const fields = [open.field(`got by ${role}`)];
    if (role === 'first') fields.push(...open.fields(), ...openSource('all').fields());
    if (role === 'second') {
      fields.push(...openSource('all').fields());
      for (const name of ['added', 'added and printed']) open.addField(name, 'uint8');
    }
    see('init', word(fields.every(({ requested }) => requested) ? 'all' : 'not all'));
    subscribe(open, () => seeRequested('on-packet'));
  },
  start: () => seeRequested('start'),
  stop: () => seeRequested('stop'),
});

/** Obtaining fields after init asks for nothing. */
function seeRequested(phase: string): void {
  const names = (fields: AnyField[], prefix: string): string[] =>
    fields.filter(({ requested }) => requested).map(({ name }) => prefix + name);
  openSource('open').field('got in start');
  const requested = [...names(openSource('open').fields(), ''), ...names(openSource('all').fields(), 'all.')];
  see(phase, word(requested.join(', ')));
}
