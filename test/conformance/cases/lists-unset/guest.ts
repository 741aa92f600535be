import {
  type AnyField,
  defineGadget,
  openSource,
  type Packet,
  subscribe,
  unsetMany,
} from '@gadget-api/guest';
import { listAccessorOf } from '../../kit/js/lists.ts';
import { attempt, see } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    const open = openSource('open');
    const text = open.field('text');
    const numbers = open.field('numbers');
    subscribe(open, (packet) => {
      look(text, 'text', packet);
      look(numbers, 'u32', packet);
    });
  },
});

function look(field: AnyField, accessor: string, packet: Packet): void {
  const { name } = field;
  const { get, set } = listAccessorOf(accessor);
  const isSet = (): void => see(`${name} is set`, field.isSetColumn(packet));
  isSet();
  attempt(`${name} unset`, () => field.unset(packet.row(0)));
  attempt(`${name} unset-many`, () => unsetMany(field, packet, [3, 0]));
  isSet();
  for (const row of [0, 1]) see(`${name} row ${row}`, get(field, packet, row));
  attempt(`${name} set to no elements`, () => set(field, packet, 0, []));
  isSet();
  attempt(`${name} unset-many of no row`, () => unsetMany(field, packet, [0, 4]));
  attempt(`${name} unset-many of none`, () => unsetMany(field, packet, []));
  isSet();
}
