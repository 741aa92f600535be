import {
  createSource,
  defineGadget,
  type Field,
  openSource,
  type Packet,
  param,
  subscribe,
} from '@gadget-api/guest';
import { attempt } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    if (param('role') === 'first') {
      createSource('made').addField('n', 'uint32');
      return;
    }
    const made = openSource('made');
    const n = made.field('n', 'uint32');
    subscribe(made, (packet) => emitTwice(packet, n));
  },
  start() {
    if (param('role') !== 'first') return;
    const made = openSource('made');
    const n = made.field('n', 'uint32');
    const packet = made.newPacket(1);
    n.set(packet.row(0), 1);
    emitTwice(packet, n);
    const dropped = made.newPacket(1);
    dropped[Symbol.dispose]();
    dropped[Symbol.dispose]();
    attempt('dropped', () => dropped.emit());
  },
});

function emitTwice(packet: Packet, n: Field<number, Uint32Array>): void {
  const row = packet.row(0);
  attempt('emit', () => packet.emit());
  attempt('emit', () => packet.emit());
  attempt('append', () => packet.append().index);
  attempt('discard', () => packet.discard(0));
  attempt('discard several', () => packet.discardMany([0]));
  attempt('get', () => n.get(row));
  attempt('set', () => n.set(row, 2));
  attempt('column', () => n.column(packet));
}
