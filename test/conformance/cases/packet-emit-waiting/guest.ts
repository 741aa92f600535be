import { createSource, defineGadget, every, handleUsage, openSource, subscribe } from '@gadget-api/guest';
import { attempt, see } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    let received = 0;
    subscribe(createSource('made'), (packet) => {
      received += packet.length;
      if (received % 1024 === 0) see('packets received', received);
    });
    every(1000, fill);
  },
  start: fill,
});

function fill(): void {
  const made = openSource('made');
  const { open } = handleUsage();
  let emitted = 0;
  for (; emitted < 1024; emitted++) made.newPacket(1).emit();
  see('emitted', emitted);
  attempt('one more', () => made.newPacket(1).emit());
  see('handles kept', handleUsage().open - open);
}
