import { createSource, defineGadget, openSource, param, subscribe } from '@gadget-api/guest';
import { see } from '../../kit/js/observe.ts';

const seen = { events: 0, next: 0, inOrder: true, longest: 0, shortest: 1 };

export default defineGadget({
  init() {
    if (param('role') === 'first') {
      createSource('news').addField('n', 'uint32');
      createSource('state', 'snapshots').addField('n', 'uint32');
      return;
    }
    Object.assign(seen, { events: 0, next: 0, inOrder: true, longest: 0, shortest: 1 });
    const news = openSource('news');
    const n = news.field('n', 'uint32');
    subscribe(news, (packet) => {
      seen.events += packet.length;
      seen.longest = Math.max(seen.longest, packet.length);
      seen.shortest = Math.min(seen.shortest, packet.length);
      for (const value of n.column(packet)) {
        // Each of those that were emitted counts from 0.
        seen.inOrder &&= value === 0 || value === seen.next;
        seen.next = value + 1;
      }
    });
    const state = openSource('state');
    const stateN = state.field('n', 'uint32');
    subscribe(state, (packet) => see('state', stateN.column(packet)));
  },
  start() {
    if (param('role') === 'second') return;
    for (const rows of [0, 1, 8192, 65_537])
      for (const name of ['news', 'state']) {
        const source = openSource(name);
        const packet = source.newPacket(rows);
        see('len', packet.length);
        source.field('n', 'uint32').setColumn(
          packet,
          Uint32Array.from({ length: rows }, (_, row) => row),
        );
        packet.emit();
      }
  },
  stop() {
    if (param('role') === 'first') return;
    see('events', seen.events);
    see('in order', seen.inOrder);
    see('none is empty', seen.shortest > 0);
    see('none has more than 8192', seen.longest <= 8192);
  },
});
