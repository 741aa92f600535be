import {
  createSource,
  defineGadget,
  openSource,
  type Packet,
  type Source,
  subscribe,
} from '@gadget-api/guest';
import { attempt, see } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    const made = createSource('made');
    const [a, b] = ['a', 'b'].map(openSource) as [Source, Source];
    numbered('made', made);
    attempt('made again', () => subscribe(made, () => {}));
    numbered('b', b);
    attempt('b again', () => subscribe(openSource('b'), () => {}));
    numbered('a', a, (packet) => made.newPacket(packet.length).emit());
  },
});

/** Subscribes, and shows the number, which the SDK keeps to itself: it calls back whom it remembers by it. */
function numbered(label: string, source: Source, then?: (packet: Packet) => void): void {
  const number = source.raw.subscribe();
  see(label, number);
  const taken = Object.create(source, { raw: { value: { subscribe: () => number } } }) as Source;
  subscribe(taken, (packet) => {
    see(`${number}, len`, packet.length);
    then?.(packet);
  });
}
