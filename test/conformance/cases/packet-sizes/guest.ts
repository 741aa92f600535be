import { defineGadget, openSource, subscribe } from '@gadget-api/guest';
import { see } from '../../kit/js/observe.ts';

const seen = { events: 0, next: 0, inOrder: true, longest: 0 };

export default defineGadget({
  init() {
    Object.assign(seen, { events: 0, next: 0, inOrder: true, longest: 0 });
    const open = openSource('open');
    const pid = open.field('pid', 'uint32');
    subscribe(open, (packet) => {
      seen.events += packet.length;
      seen.longest = Math.max(seen.longest, packet.length);
      for (const value of pid.column(packet)) {
        // Each of those that were pushed counts from 0.
        seen.inOrder &&= value === 0 || value === seen.next;
        seen.next = value + 1;
      }
    });
    const state = openSource('state');
    const statePid = state.field('pid', 'uint32');
    subscribe(state, (packet) => see('state', statePid.column(packet)));
  },
  stop() {
    see('events', seen.events);
    see('in order', seen.inOrder);
    see('none has more than 8192', seen.longest <= 8192);
  },
});
