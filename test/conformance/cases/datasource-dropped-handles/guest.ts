import { createSource, defineGadget, openSource, param, sourceNames, subscribe } from '@gadget-api/guest';
import { drop } from '../../kit/js/drop.ts';
import { attempt, see } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    if (param('role') === 'second') {
      see('names', sourceNames());
      const fields = openSource('own').fields();
      const names = fields.map(({ name }) => name);
      see('fields of own', names);
      see('tags', fields[0]!.tags);
      return;
    }
    const own = createSource('own');
    drop(own.addField('text', 'text').addTag('kept'));
    drop(own);
    const open = openSource('open');
    const pid = open.field('pid', 'uint32');
    subscribe(open, (packet) => {
      see('packets of open', packet.length);
      attempt("a field when its source's handle is gone", () => pid.get(packet.row(0)));
      emitOwn();
    });
    drop(open);
  },
});

function emitOwn(): void {
  const own = openSource('own');
  const text = own.field('text', 'text');
  const packet = own.newPacket(1);
  drop(own);
  text.set(packet.row(0), 'made');
  attempt('in the packet', () => text.get(packet.row(0)));
  drop(text);
  attempt('after emitting', () => packet.emit());
}
