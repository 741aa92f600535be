import { ApiError, createSource, defineGadget, openSource, type Packet, subscribe } from '@gadget-api/guest';
import { attempt, see } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    const open = openSource('open');
    const pid = open.field('pid', 'uint32');
    const made = createSource('made');
    const n = made.addField('n', 'uint32');
    const state = createSource('state', 'snapshots');
    let kept: Packet;
    const steps: (() => void)[] = [
      () => {
        kept = made.newPacket(2);
        see('len', kept.length);
        see('is set', n.isSet(kept.row(0)));
        n.set(kept.row(0), 1);
      },
      () => {
        n.set(kept.row(1), 2);
        attempt('append', () => kept.append().index);
        throw new ApiError('other', 'as it should be');
      },
      () => {
        see('len', kept.length);
        see('column', n.column(kept));
        see('is set', n.isSetColumn(kept));
        attempt('discard', () => kept.discard(0));
        see('get', n.get(kept.row(0)));
        see('len', kept.length);
        attempt('emit', () => kept.emit());
      },
      () => {
        const dropped = made.newPacket(1);
        attempt('append too many', () => dropped.append(65_537).index);
        attempt('append as many as there may be', () => dropped.append(65_536).index);
        attempt('append one more', () => dropped.append().index);
        dropped[Symbol.dispose]();
        const empty = made.newPacket(0);
        attempt('append to none', () => empty.append().index);
        n.set(empty.row(0), 4);
        attempt('emit', () => empty.emit());
      },
      () => {
        const gone = made.newPacket(2);
        gone.discardMany([0, 1]);
        attempt('emit without live rows', () => gone.emit());
        const nothing = state.newPacket(1);
        nothing.discard(0);
        attempt('emit a state without live rows', () => nothing.emit());
      },
      () => {
        kept = made.newPacket(1);
        n.set(kept.row(0), 6);
      },
    ];
    subscribe(open, (packet) => steps[pid.get(packet.row(0)) - 1]!());
  },
});
