import {
  type AnyField,
  defineGadget,
  openSource,
  type Packet,
  type Source,
  subscribe,
} from '@gadget-api/guest';
import { accessorOf } from '../../kit/js/accessors.ts';
import { calls } from '../../kit/js/calls.ts';
import { keep } from '../../kit/js/keep.ts';
import { see } from '../../kit/js/observe.ts';

function fieldOf(source: Source, name: string): AnyField {
  return source.fields().find((field) => field.name === name)!;
}

export default defineGadget({
  init() {
    const open = openSource('open');
    const foreign = fieldOf(openSource('exec'), 'text');
    const wide = fieldOf(open, 'wide');
    const small = fieldOf(open, 'small');
    const text = fieldOf(open, 'text');
    const fixed = fieldOf(open, 'fixed');
    let kept: Packet | undefined;
    subscribe(open, (packet) => {
      if (kept === undefined) {
        kept = keep(packet);
        return;
      }
      see('expired', calls(accessorOf('s32'), foreign, kept, 9, ['1000', '1']));
      see('wrong source', calls(accessorOf('s32'), foreign, packet, 9, ['1000', '1']));
      see('wrong kind', calls(accessorOf('s32'), wide, packet, 9, ['1000', '1']));
      see('no such row', calls(accessorOf('s32'), small, packet, 9, ['1000', '1']));
      see('no such value', calls(accessorOf('s32'), small, packet, 0, ['1000']));
      for (const name of ['text', 'bytes']) {
        see(`no such row of ${name}`, calls(accessorOf(name), text, packet, 9, ['too long', '1']));
        see(`limit of ${name}`, calls(accessorOf(name), text, packet, 0, ['too long']));
        see(`size of ${name}`, calls(accessorOf(name), fixed, packet, 0, ['too long']));
      }
    });
  },
});
