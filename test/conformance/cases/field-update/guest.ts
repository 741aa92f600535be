import { defineGadget, type Field, openSource, subscribe } from '@gadget-api/guest';
import { attempt, float, outcome, see, word } from '../../kit/js/observe.ts';
import type { Shown } from '../../kit/js/show.ts';

export default defineGadget({
  init() {
    const open = openSource('open');
    const flag = open.field('flag', 'boolean');
    const small = open.field('small', 'int32');
    const wide = open.field('wide', 'uint64');
    const share = open.field('share', 'float64');
    const name = open.field('name', 'text');
    const stored = open.field('name', 'bytes');
    const data = open.field('data', 'bytes');
    subscribe(open, (packet) => {
      function update<T, C extends ArrayLike<T>>(
        field: Field<T, C>,
        change: (value: T) => T,
        shown: (value: T) => Shown,
      ): void {
        let called = 0;
        const answer = outcome(() =>
          field.update(packet, (value) => {
            called++;
            return change(value);
          }),
        );
        see(field.name, word(`${answer}, called ${called}`));
        see('is set', field.isSetColumn(packet));
        see('column', Array.from(field.column(packet), shown));
      }
      update(
        flag,
        (value) => !value,
        (value) => value,
      );
      update(
        small,
        (value) => value + 1,
        (value) => value,
      );
      update(
        small,
        (value) => value + 125,
        (value) => value,
      );
      update(
        wide,
        (value) => value + 1n,
        (value) => value,
      );
      update(share, (value) => -value, float);
      update(share, (value) => (value === 0 ? 0 : value), float);
      update(
        name,
        (value) => (value === 'a' ? 'ä' : value),
        (value) => value,
      );
      attempt('stored', () => stored.column(packet));
      update(
        data,
        (value) => Uint8Array.of(...value, 255),
        (value) => value,
      );
    });
  },
});
