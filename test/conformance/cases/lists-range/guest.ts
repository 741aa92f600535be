import { type AnyField, defineGadget, openSource, type Packet, subscribe } from '@gadget-api/guest';
import { type ListAccessor, listAccessors } from '../../kit/js/lists.ts';
import { outcome, see, word } from '../../kit/js/observe.ts';

/** Around the ends of all kinds. */
const values = [
  '0',
  '1',
  '2',
  '-1',
  '-128',
  '127',
  '-129',
  '128',
  '255',
  '256',
  '-32768',
  '32767',
  '-32769',
  '32768',
  '65535',
  '65536',
  '-2147483648',
  '2147483647',
  '-2147483649',
  '2147483648',
  '4294967295',
  '4294967296',
  '-9223372036854775808',
  '9223372036854775807',
  '18446744073709551615',
  '0.5',
  '1e39',
  'nan',
  'inf',
  '-inf',
];

export default defineGadget({
  init() {
    const open = openSource('open');
    const fields = open.fields();
    subscribe(open, (packet) => {
      for (const field of fields)
        for (const accessor of listAccessors) {
          if (outcome(() => accessor.set(field, packet, 0, ['1', '0'])) !== 'ok') continue;
          const label = `${field.name} as ${accessor.name}`;
          const refused = values.filter((value) => accessor.takes([value]));
          const shown = refused.flatMap((value) => refusal(accessor, field, packet, value));
          see(`${label}, no`, word(shown.join(', ') || 'none'));
          see(label, accessor.get(field, packet, 0));
        }
    });
  },
});

/** Nothing for an element that is taken; the element for one that is not; and more if that was not as it should be. */
function refusal(accessor: ListAccessor, field: AnyField, packet: Packet, value: string): string[] {
  const one = outcome(() => accessor.set(field, packet, 0, ['1', value]));
  const all = outcome(() => accessor.setColumn(field, packet, [['1', value]]));
  if (one === 'ok' && all === 'ok') {
    accessor.set(field, packet, 0, ['1', '0']);
    return [];
  }
  const after = outcome(() => accessor.get(field, packet, 0));
  const as = `${one} ${all} ${after}`;
  return [as === 'out-of-range out-of-range [1, 0]' ? value : `${value} ${as}`];
}
