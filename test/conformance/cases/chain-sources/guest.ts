import { createSource, defineGadget, openSource, param, sourceNames, subscribe } from '@gadget-api/guest';
import { attempt, see } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    look();
    const own = createSource(param('role')!).setHidden();
    own.addField('plain', 'text');
    own.addField('hidden', 'uint32').setHidden();
    for (const name of sourceNames().slice(1)) receive(name);
  },
  start() {
    look();
    const own = openSource(param('role')!);
    const packet = own.newPacket(3);
    own.field('hidden', 'uint32').setColumn(packet, [1, 2, 3]);
    packet.emit();
  },
});

function look(): void {
  see('names', sourceNames());
  for (const name of ['first', 'second'])
    attempt(`of ${name}`, () =>
      openSource(name)
        .fields()
        .map((field) => field.name),
    );
}

/** Takes a row and adds one. */
function receive(name: string): void {
  const source = openSource(name);
  const hidden = source.field('hidden', 'uint32');
  subscribe(source, (packet) => {
    see(`packet of ${name}`, hidden.column(packet));
    packet.discard(0);
    packet.append();
  });
}
