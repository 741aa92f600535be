import { defineGadget, listField, openSource, subscribe } from '@gadget-api/guest';
import { listsOf } from '../../kit/js/lists.ts';
import { attempt, see } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    const open = openSource('open');
    const text = listField(open, 'text', 'text');
    const textAsBytes = listField(open, 'text', 'bytes');
    const bytes = listField(open, 'bytes', 'bytes');
    subscribe(open, (packet) => {
      const [first, second] = [packet.row(0), packet.row(1)];
      see('text', text.get(first));
      see('bytes of text', textAsBytes.get(first));
      see('text with NUL', text.get(second));
      see('column', listsOf(text.column(packet)));
      attempt('text from bytes', () => textAsBytes.set(first, bytes.get(first)));
      see('text', text.get(first));
      see('bytes of text', textAsBytes.get(first));
    });
  },
});
