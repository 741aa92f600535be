import { defineGadget, openSource, subscribe } from '@gadget-api/guest';
import { accessorOf } from '../../kit/js/accessors.ts';
import { attempt, see } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    const open = openSource('open');
    const fields = open.fields();
    const name = open.field('text', 'text');
    subscribe(open, (packet) => {
      const text = accessorOf('text');
      const bytes = accessorOf('bytes');
      const show = (): void => {
        see('text', name.column(packet));
        see(
          'texts',
          Array.from(packet, (row) => name.get(row)),
        );
        for (const field of fields) {
          attempt(`${field.name} stored`, () => bytes.column!(field, packet));
          attempt(`${field.name} of row 0`, () => bytes.get(field, packet, 0));
        }
      };
      see('fixed size', name.fixedSize);
      show();
      attempt('update', () => name.update(packet, (value) => (value === '12345678' ? 'new' : value)));
      show();
      see('is set', name.isSetColumn(packet));
      attempt('update too long', () => name.update(packet, (value) => `${value}678901`));
      attempt('update with a NUL', () => name.update(packet, () => 'a\0b'));
      for (const value of ['xyz', '', 'ääää', 'ääää.', '123456789', 'a\0b', 'a\0'])
        attempt('set text', () => text.set(fields[0]!, packet, 0, value));
      attempt('get text', () => text.get(fields[0]!, packet, 0));
      for (const field of fields)
        for (const value of ['xyz', '', '123456789', 'a\0b\0\0\0\0\0\0', 'a\0b'])
          attempt(`set bytes of ${field.name}`, () => bytes.set(field, packet, 0, value));
      attempt('get text', () => text.get(fields[0]!, packet, 0));
      for (const last of ['123456789', 'a\0b', '12345678']) {
        attempt('set texts', () => text.setColumn!(fields[0]!, packet, ['1', '', '3', last]));
        attempt('texts', () => text.column!(fields[0]!, packet));
      }
      for (const last of ['123456789', 'a\0b'])
        for (const field of fields)
          attempt(`set block of ${field.name}`, () =>
            bytes.setColumn!(field, packet, ['4', '', '12345678', last]),
          );
      show();
    });
  },
});
