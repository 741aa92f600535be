import { createSource, defineGadget, openSource, type Source, subscribe } from '@gadget-api/guest';
import { attempt, see } from '../../kit/js/observe.ts';

let made: Source;

export default defineGadget({
  init() {
    made = createSource('made', 'snapshots');
    for (const name of ['state', 'open'])
      subscribe(openSource(name), (packet) => {
        for (const rows of [6, 5, 1, 0]) attempt(`${name}, append ${rows}`, () => packet.append(rows).index);
        see(`${name}, len`, packet.length);
      });
  },
  start() {
    attempt('make 9', () => void made.newPacket(9));
    attempt('make 8', () => made.newPacket(8)[Symbol.dispose]());
    const full = made.newPacket(8);
    attempt('append', () => full.append(1).index);
    attempt('append none', () => full.append(0).index);
    attempt('emit', () => full.emit());
    attempt('make 3', () => made.newPacket(3)[Symbol.dispose]());
    const grown = made.newPacket(3);
    attempt('append', () => grown.append(5).index);
    attempt('append', () => grown.append(1).index);
    attempt('emit', () => grown.emit());
  },
});
