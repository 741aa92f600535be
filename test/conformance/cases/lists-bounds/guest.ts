import { defineGadget, openSource, subscribe } from '@gadget-api/guest';
import { listAccessorOf } from '../../kit/js/lists.ts';
import { outcome, see, word } from '../../kit/js/observe.ts';

const repeated = (element: string, times: number): string[] => Array.from({ length: times }, () => element);

/** By field: a list that fits, a longer one, one that fills the column up, and one more. */
const lists: Readonly<Record<string, readonly [string[], string[], string[], string[]]>> = {
  s32: [['1', '2', '3'], ['1', '2', '3', '4'], ['4', '5'], ['6']],
  u32: [['1', '2', '3'], ['1', '2', '3', '4'], ['4', '5'], ['6']],
  s64: [['1'], ['1', '2'], ['3'], ['4']],
  u64: [['1'], ['1', '2'], ['3'], ['4']],
  f64: [['1'], ['1', '2'], ['3'], ['4']],
  text: [['12345678'], ['12345678', 'a'], ['1234'], ['']],
  packed: [['12345678'], ['12345678', 'a'], ['1234'], ['']],
  uint8: [repeated('1', 12), repeated('1', 13), repeated('2', 8), repeated('3', 5)],
};

export default defineGadget({
  init() {
    const open = openSource('open');
    const fields = open.fields();
    subscribe(open, (packet) => {
      for (const field of fields) {
        const { set, column, setColumn } = listAccessorOf(field.name === 'uint8' ? 'u32' : field.name);
        const [fits, long, rest, more] = lists[field.name]!;
        const one = (row: number, list: string[]): string => outcome(() => set(field, packet, row, list));
        const all = (...column: string[][]): string => outcome(() => setColumn(field, packet, column));
        const made = [
          `fits ${one(0, fits)}`,
          `too long ${one(0, long)}`,
          `fills up ${one(1, rest)}`,
          `too much ${one(2, more)}`,
        ];
        see(field.name, word(made.join(', ')));
        const refused = [`too long ${all(long, [], [])}`, `too much ${all(fits, rest, more)}`];
        const before = outcome(() => column(field, packet));
        see(`${field.name} column`, word(`${refused.join(', ')}, as before ${before}`));
        const taken = [
          `full ${all(fits, rest, [])}`,
          `empty ${all([], [], [])}`,
          `full ${all(fits, rest, [])}`,
        ];
        see(`${field.name} column`, word(taken.join(', ')));
      }
    });
  },
});
