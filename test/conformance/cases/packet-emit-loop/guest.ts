import { createSource, defineGadget, every, type Source, subscribe } from '@gadget-api/guest';
import { outcome, see, word } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    const a = createSource('a', 'snapshots');
    const b = createSource('b', 'snapshots');
    const nOf = { a: a.addField('n', 'uint32'), b: b.addField('n', 'uint32') };
    const seen = { a: 0, b: 0 };
    const emit = (source: Source, n: number): void => {
      const packet = source.newPacket(1);
      nOf[source.name as 'a' | 'b'].set(packet.row(0), n);
      packet.emit();
    };
    const answer = (from: 'a' | 'b', to: Source): void =>
      subscribe(from === 'a' ? a : b, (packet) => {
        seen[from]++;
        const n = nOf[from].get(packet.row(0));
        const emitted = outcome(() => emit(to, n + 1));
        if (emitted === 'ok') return;
        see(`caused by ${n}`, word(emitted));
        see('a', seen.a);
        see('b', seen.b);
      });
    answer('a', b);
    answer('b', a);
    every(500, () => emit(a, 1));
  },
});
