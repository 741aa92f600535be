import { addListField, defineGadget, describeFields, openSource, param } from '@gadget-api/guest';
import { see, word } from '../../kit/js/observe.ts';
import { show } from '../../kit/js/show.ts';

export default defineGadget({
  init() {
    const none = openSource('none');
    const open = openSource('open');
    if (param('role') === 'first') addListField(open, 'added', 'int8').addTag('new');
    see('none', word(describeFields(none).length === 0 ? 'nothing' : 'something'));
    for (const { name, kind, elementKind, fixedSize, tags, annotations, hidden } of describeFields(open)) {
      const notes = annotations.map(({ key, value }) => `${key}=${value}`);
      const words = [kind, elementKind ?? 'none', fixedSize ?? 'none', show(tags), show(notes), hidden];
      see(name, word(words.join(', ')));
    }
  },
  start() {
    if (param('role') !== 'first') return;
    const open = openSource('open');
    const requested = open.fields().filter((field) => field.requested);
    see(
      'requested',
      requested.map(({ name }) => name),
    );
    see('described in start', describeFields(open).length);
  },
});
