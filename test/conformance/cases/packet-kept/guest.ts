import { defineGadget, type Field, handleUsage, openSource, type Packet, subscribe } from '@gadget-api/guest';
import { keep } from '../../kit/js/keep.ts';
import { attempt, see } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    const open = openSource('open');
    const pid = open.field('pid', 'uint32');
    let kept: Packet | undefined;
    subscribe(open, (packet) => {
      if (kept !== undefined) use(kept, pid);
      kept = keep(packet);
    });
  },
});

function use(packet: Packet, pid: Field<number, Uint32Array>): void {
  see('len', packet.raw?.len());
  attempt('append', () => packet.append().index);
  attempt('append none', () => packet.append(0).index);
  attempt('discard', () => packet.discard(0));
  attempt('discard far behind', () => packet.discard(1000));
  attempt('discard several', () => packet.discardMany([0, 1]));
  attempt('discard none', () => packet.discardMany([]));
  attempt('get', () => pid.get(packet.row(0)));
  const { open } = handleUsage();
  attempt('emit', () => packet.emit());
  see('handles given back', open - handleUsage().open);
}
