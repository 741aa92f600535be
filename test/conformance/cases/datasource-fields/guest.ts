import { defineGadget, openSource, param } from '@gadget-api/guest';
import { see, word } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    const empty = openSource('empty');
    if (param('role') === 'first') {
      seeFields('open');
      seeFields('empty');
      empty.addField('from first', 'text');
      seeFields('empty');
    } else {
      seeFields('empty');
      empty.addField('a', 'uint8');
      empty.addField('b', 'bytes').setHidden();
      seeFields('empty');
    }
  },
  start: () => seeFields('empty'),
});

function seeFields(source: string): void {
  const fields = openSource(source).fields();
  see(source, word(fields.map(({ name, kind }) => `${name} ${kind}`).join(', ')));
}
