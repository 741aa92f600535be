import { ApiError, createSource, defineGadget, every, openSource, subscribe } from '@gadget-api/guest';
import { see, word } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    const open = openSource('open');
    const pid = open.field('pid');
    const own = createSource('own');
    for (const kind of ['uint32', 'uint8'] as const) own.addField(kind, kind);
    subscribe(open, () => {});
    seeText('open', () => openSource('nope'), 'nope');
    seeText('get-field', () => open.field('no pid'), 'no pid');
    seeText('create', () => createSource('open'), 'open');
    seeText('add-field', () => open.addField('pid', 'text'), 'pid');
    seeText('subscribe', () => subscribe(open, () => {}), 'open');
    for (const tag of ['a', 'b', 'c']) pid.addTag(tag);
    seeText('add-tag', () => pid.addTag('d'), '3');
    seeText('every', () => every(0, () => {}), '0', '1', '4294967295');
  },
  start() {
    const [open, own] = [openSource('open'), openSource('own')];
    const packet = own.newPacket(5);
    const [pid, wide, small] = [open.field('pid'), own.field('uint32'), own.field('uint8', 'uint32')];
    seeText('create', () => createSource('late'), 'start');
    seeText('new-packet', () => open.newPacket(1), 'open');
    seeText('get', () => pid.get(packet.row(0)), 'open', 'own');
    seeText('get', () => wide.get(packet.row(7)), '7', '5');
    seeText('set', () => small.set(packet.row(0), 256), '256', 'uint8', '255');
  },
});

/** Fails, and the text holds these parts. */
function seeText(label: string, body: () => unknown, ...parts: string[]): void {
  try {
    body();
    see(label, word('ok'));
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const held = parts.filter((part) => error.message.includes(part));
    see(label, word(`${error.tag} with ${held.join(', ')}`));
  }
}
