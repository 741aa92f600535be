import { type AnyField, defineGadget, openSource, type Packet, subscribe } from '@gadget-api/guest';
import { keep } from '../../kit/js/keep.ts';
import { listAccessorOf, listCalls } from '../../kit/js/lists.ts';
import { see } from '../../kit/js/observe.ts';

const ones = Array.from({ length: 8 }, () => '1');

export default defineGadget({
  init() {
    const open = openSource('open');
    const foreign = openSource('exec').field('text');
    const wide = open.field('wide');
    const small = open.field('small');
    const text = open.field('text');
    const noList = open.field('no list');
    let kept: Packet | undefined;
    subscribe(open, (packet) => {
      if (kept === undefined) {
        kept = keep(packet);
        return;
      }
      const answers = (
        label: string,
        name: string,
        field: AnyField,
        of: Packet,
        row: number,
        ...lists: string[][]
      ): void => see(label, listCalls(listAccessorOf(name), field, of, row, lists));
      answers('expired', 's32', foreign, kept, 9, ['1000'], ['1']);
      answers('wrong source', 's32', foreign, packet, 9, ['1000'], ['1']);
      answers('wrong kind', 's32', wide, packet, 9, ['1000'], ['1']);
      answers('no list', 's32', noList, packet, 9, ['1000'], ['1']);
      answers('no such row', 's32', small, packet, 9, ['1000'], ['1']);
      answers('no such value', 's32', small, packet, 0, ['1000']);
      answers('no such value of many', 's32', small, packet, 0, [...ones, '1000']);
      answers('too many', 's32', small, packet, 0, [...ones, '1']);
      for (const name of ['text', 'packed']) {
        answers(`no such row of ${name}`, name, text, packet, 9, ['too long'], ['1']);
        answers(`limit of ${name}`, name, text, packet, 0, ['too long']);
      }
    });
  },
});
