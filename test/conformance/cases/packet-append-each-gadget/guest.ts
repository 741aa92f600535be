import { defineGadget, openSource, subscribe } from '@gadget-api/guest';
import { attempt } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    subscribe(openSource('state'), (packet) => {
      attempt('append', () => packet.append(65_536).index);
      attempt('one more', () => packet.append().index);
    });
  },
});
