import { defineGadget, openSource, param, subscribe } from '@gadget-api/guest';
import { attempt, outcome, see, word } from '../../kit/js/observe.ts';
import { show } from '../../kit/js/show.ts';

export default defineGadget({
  init() {
    const open = openSource('open');
    const list = open.field('list');
    const notes = list.annotations.map(({ key, value }) => `${key}=${value}`);
    see(list.name, word(`${list.kind}, ${list.fixedSize ?? 'none'}, ${show(list.tags)}, ${show(notes)}`));
    if (param('role') === 'second') {
      subscribe(open, (packet) => see('column', list.isSetColumn(packet)));
      return;
    }
    attempt('tag', () => void list.addTag('more'));
    attempt('note', () => void list.annotate('description', 'of lists'));
    attempt('add another', () => void open.addField('another', 'other' as never));
    subscribe(open, (packet) => {
      const set = [0, 1, 2, 3, 4].map((row) => outcome(() => list.isSet(packet.row(row))));
      see('is set', word(set.join(', ')));
      see('column', list.isSetColumn(packet));
      attempt('unset', () => list.unset(packet.row(0)));
      attempt('unset what is unset', () => list.unset(packet.row(1)));
      attempt('unset of no row', () => list.unset(packet.row(4)));
      packet.discard(2);
      attempt('appended', () => list.isSet(packet.append()));
    });
  },
});
