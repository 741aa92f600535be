import { createSource, defineGadget, type Delivery, sourceNames } from '@gadget-api/guest';
import { attempt, see, word } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    const own = createSource('own');
    see('name', own.name);
    see('delivery', word(own.delivery));
    see('delivery of the other', word(createSource('state', 'snapshots').delivery));
    create('empty', '');
    create("the host's", 'open');
    create('again', 'own');
    create('again, as snapshots', 'own', 'snapshots');
    create('a meaning without a word', 'wordless', 'other');
    create('in other letters', 'Own');
    create('any text', ' a.b\\ \0\n🦀');
    create('256 bytes', 'ü'.repeat(128));
    create('256 bytes again', 'ü'.repeat(128));
    create('257 bytes', 'x'.repeat(257));
    create('258 bytes in 129 characters', 'ü'.repeat(129));
    see('names', sourceNames());
    for (let made = sourceNames().length; made < 64; made++) createSource(`filler ${made}`);
    see('sources', sourceNames().length);
    create('one more', 'more');
    see('names of all', sourceNames());
  },
});

function create(label: string, name: string, delivery: Delivery = 'events'): void {
  // The type has no `other` for making sources.
  attempt(label, () => void createSource(name, delivery as 'events'));
}
