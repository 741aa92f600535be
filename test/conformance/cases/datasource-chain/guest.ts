import { createSource, defineGadget, openSource, param, type Source, subscribe } from '@gadget-api/guest';
import { attempt, see } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    if (param('role') === 'first') {
      createSource('own').addField('pid', 'uint32');
      attempt('field of second', () => void openSource('open').field('note'));
      return;
    }
    attempt("create the first's", () => void createSource('own'));
    for (const name of ['own', 'open']) addNote(openSource(name));
  },
  start() {
    if (param('role') === 'first') emitOwn();
    else {
      attempt("a packet of the first's", () => void openSource('own').newPacket(1));
      attempt("a packet of the host's", () => void openSource('open').newPacket(1));
    }
  },
});

function emitOwn(): void {
  const own = openSource('own');
  attempt('field of second', () => void openSource('open').field('note'));
  const note = own.field('note', 'text');
  const packet = own.newPacket(2);
  see('in its packet', note.isSetColumn(packet));
  attempt('set', () => note.set(packet.row(0), 'first'));
  own.field('pid', 'uint32').set(packet.row(0), 7);
  packet.emit();
}

function addNote(source: Source): void {
  const note = source.addField('note', 'text');
  subscribe(source, (packet) => {
    see('note', note.column(packet));
    see('is set', note.isSetColumn(packet));
    note.set(packet.row(1), 'second');
  });
}
