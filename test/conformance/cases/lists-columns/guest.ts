import { defineGadget, openSource, subscribe } from '@gadget-api/guest';
import { listAccessorOf } from '../../kit/js/lists.ts';
import { attempt, outcome, see, word } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    const open = openSource('open');
    const fields = open.fields();
    subscribe(open, (packet) => {
      for (const field of fields) {
        const { name, get, set: setRow, column, setColumn } = listAccessorOf(field.name);
        const set = (label: string, lists: readonly string[][]): void =>
          attempt(`${name} ${label}`, () => setColumn(field, packet, lists));
        const right = [['3'], [], ['4', '5']];
        see(`${name} column`, column(field, packet));
        see(`${name} is set`, field.isSetColumn(packet));
        set('too few', [['3'], []]);
        set('too many', [['3'], [], ['4', '5'], []]);
        see(`${name} is set`, field.isSetColumn(packet));
        set('set', right);
        see(`${name} is set`, field.isSetColumn(packet));
        see(`${name} column`, column(field, packet));
        see(`${name} of row 2`, get(field, packet, 2));
        const got = outcome(() => get(field, packet, 3));
        const put = outcome(() => setRow(field, packet, 3, ['1']));
        see(`${name} of no row`, word(`get ${got}, set ${put}`));
        set('all empty', [[], [], []]);
        see(`${name} column`, column(field, packet));
        set('set', right);
      }
    });
  },
});
