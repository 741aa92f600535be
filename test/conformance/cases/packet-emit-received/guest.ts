import {
  createSource,
  defineGadget,
  handleUsage,
  openSource,
  param,
  type Source,
  subscribe,
} from '@gadget-api/guest';
import { attempt, see } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    const first = param('role') === 'first';
    if (first) createSource('made').addField('pid', 'uint32');
    for (const name of ['open', 'made']) receive(openSource(name), first);
  },
  start() {
    if (param('role') === 'first') openSource('made').newPacket(2).emit();
  },
});

function receive(source: Source, first: boolean): void {
  const pid = source.field('pid', 'uint32');
  subscribe(source, (packet) => {
    packet.append();
    if (first) packet.discard(0);
    else pid.set(packet.row(0), 1000 + pid.get(packet.row(0)));
    const { open } = handleUsage();
    attempt('emit', () => packet.emit());
    see('handles given back', open - handleUsage().open);
  });
}
