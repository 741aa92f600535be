import { defineGadget, type Field, openSource, type Packet, param, subscribe } from '@gadget-api/guest';
import { attempt, see } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    const open = openSource('open');
    const pid = open.field('pid', 'uint32');
    subscribe(open, (packet) => {
      if (param('role') === 'second') look(packet, pid);
      else if (packet.length === 2) attempt('all', () => packet.discardMany([1, 0]));
      else discard(packet, pid);
    });
  },
});

function discard(packet: Packet, pid: Field<number, Uint32Array>): void {
  attempt('first', () => packet.discard(0));
  attempt('last', () => packet.row(5).discard());
  attempt('twice', () => packet.discard(0));
  attempt('behind the last', () => packet.discard(6));
  attempt('far behind', () => packet.discard(4_294_967_295));
  see('len', packet.length);
  see('get', pid.get(packet.row(5)));
  attempt('set', () => pid.set(packet.row(5), 50));
  attempt('several', () => packet.discardMany([4, 3]));
  attempt('one twice', () => packet.discardMany([4, 0, 4]));
  attempt('none', () => packet.discardMany([]));
  attempt('one that is not there', () => packet.discardMany([2, 6, 1]));
  attempt('append', () => packet.append(3).index);
  attempt('appended', () => packet.discard(8));
  attempt('several appended', () => packet.discardMany([7, 8]));
  see('len', packet.length);
  see('column', pid.column(packet));
  pid.set(packet.row(6), 60);
}

function look(packet: Packet, pid: Field<number, Uint32Array>): void {
  see('len', packet.length);
  see('column', pid.column(packet));
  see('last', pid.get(packet.row(2)));
  attempt('behind the last', () => pid.get(packet.row(3)));
}
