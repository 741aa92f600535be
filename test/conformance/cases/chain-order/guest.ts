import { defineGadget, openSource, param, subscribe } from '@gadget-api/guest';

export default defineGadget({
  init() {
    const role = param('role')!;
    for (const source of (role === 'alpha' ? ['close', 'open'] : ['open', 'close']).map(openSource)) {
      const name = source.field('name', 'text');
      subscribe(source, (packet) => name.update(packet, (names) => `${names}, ${role}`));
    }
  },
});
