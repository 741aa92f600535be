import { defineGadget, openSource, subscribe } from '@gadget-api/guest';
import { accessorOf } from '../../kit/js/accessors.ts';
import { attempt, see } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    const open = openSource('open');
    const fields = open.fields();
    subscribe(open, (packet) => {
      for (const field of fields) {
        const { set, column, setColumn } = accessorOf(field.name);
        const label = `${field.name}:`;
        attempt(`${label} longest`, () => set(field, packet, 0, 'ääää'));
        attempt(`${label} too long`, () => set(field, packet, 0, 'ääää.'));
        attempt(`${label} the next`, () => set(field, packet, 1, '12345678'));
        attempt(`${label} too many bytes`, () => set(field, packet, 2, '12345'));
        attempt(`${label} as many as there may be`, () => set(field, packet, 2, '1234'));
        attempt(`${label} less`, () => set(field, packet, 0, '1'));
        attempt(`${label} more`, () => set(field, packet, 2, '12345'));
        see(`${label} is set`, field.isSetColumn(packet));
        attempt(`${label} column too long`, () => setColumn!(field, packet, ['', '', '123456789']));
        attempt(`${label} column too many`, () => setColumn!(field, packet, ['ääää', 'ääää', '12345']));
        attempt(`${label} column`, () => column!(field, packet));
        attempt(`${label} fullest`, () => setColumn!(field, packet, ['ääää', 'ääää', '1234']));
      }
    });
  },
});
