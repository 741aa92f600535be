import { defineGadget, listField, openSource, param, subscribe } from '@gadget-api/guest';
import { accessors } from '../../kit/js/accessors.ts';
import { listsOf } from '../../kit/js/lists.ts';
import { attempt, see, word } from '../../kit/js/observe.ts';
import { show } from '../../kit/js/show.ts';

export default defineGadget({
  init() {
    if (param('role') === 'first') passOn();
    else readLists();
  },
});

/** As a gadget does that was made for 1.0. */
function passOn(): void {
  const open = openSource('open');
  const args = open.field('args');
  const ports = open.field('ports');
  for (const { name, kind, fixedSize, tags } of [args, ports])
    see(name, word(`${kind}, ${fixedSize ?? 'none'}, ${show(tags)}`));
  subscribe(open, (packet) => {
    for (const { name, get } of accessors) attempt(`args as ${name}`, () => get(args, packet, 0));
    see('args is set', args.isSetColumn(packet));
    see('ports is set', ports.isSetColumn(packet));
    packet.discard(1);
    packet.append();
  });
}

function readLists(): void {
  const open = openSource('open');
  const args = listField(open, 'args', 'text');
  const ports = listField(open, 'ports', 'uint16');
  subscribe(open, (packet) => {
    see('args', listsOf(args.column(packet)));
    see('ports', listsOf(ports.column(packet)));
    see('args is set', args.isSetColumn(packet));
    ports.set(packet.row(3), [7]);
  });
}
