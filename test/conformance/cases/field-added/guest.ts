import { defineGadget, openSource, subscribe } from '@gadget-api/guest';
import { attempt, see } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    const open = openSource('open');
    const pid = open.field('pid', 'uint32');
    const note = open.addField('note', 'text');
    const twice = open.addField('twice', 'uint64');
    const never = open.addField('never', 'boolean');
    subscribe(open, (packet) => {
      see('is set', note.isSetColumn(packet));
      see('column', note.column(packet));
      see('get', note.get(packet.row(1)));
      note.set(packet.row(1), 'second');
      attempt('set', () =>
        twice.setColumn(
          packet,
          Array.from(pid.column(packet), (each) => BigInt(each) * 2n),
        ),
      );
      see('note', note.isSetColumn(packet));
      see('twice', twice.column(packet));
      see('never', never.isSetColumn(packet));
    });
  },
});
