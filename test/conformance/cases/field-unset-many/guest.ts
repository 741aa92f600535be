import { defineGadget, openSource, type Packet, subscribe, unsetMany } from '@gadget-api/guest';
import { keep } from '../../kit/js/keep.ts';
import { attempt, outcome, see, word } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    const open = openSource('open');
    const fields = open.fields();
    const foreign = openSource('exec').field('text');
    const other = open.field('other');
    let kept: Packet | undefined;
    subscribe(open, (packet) => {
      if (kept === undefined) {
        kept = keep(packet);
        for (const field of fields) {
          const unset = (...rows: number[]): string => outcome(() => unsetMany(field, packet, rows));
          const made = `rows ${unset(3, 0, 3)}, no row ${unset(1, 5)}, none ${unset()}`;
          see(field.name, word(`${made}, ${outcome(() => field.isSetColumn(packet))}`));
        }
        return;
      }
      attempt('expired', () => unsetMany(foreign, kept!, [9]));
      attempt('wrong source', () => unsetMany(foreign, packet, [9]));
      attempt('wrong kind', () => unsetMany(other, packet, [9]));
    });
  },
});
