import { defineGadget, openSource, subscribe } from '@gadget-api/guest';
import { accessors } from '../../kit/js/accessors.ts';
import { attempt } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    const open = openSource('open');
    const fields = open.fields();
    const columns = accessors.filter(({ setColumn }) => setColumn !== undefined);
    let packets = 0;
    subscribe(open, (packet) => {
      const { name, setColumn } = columns[packets++]!;
      for (const field of fields)
        attempt(`${field.name} as ${name}`, () => setColumn!(field, packet, ['1', '1']));
    });
  },
});
