import { createSource, defineGadget, openSource, param, sourceNames } from '@gadget-api/guest';
import { drop } from '../../kit/js/drop.ts';
import { attempt, see, word } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    see('names before', sourceNames());
    if (param('role') === 'second') {
      tryOpen("the first's", 'hidden by first');
      attempt("create the first's", () => void createSource('hidden by first'));
      createSource("second's");
      see('names', sourceNames());
      return;
    }
    tryOpen('open', 'open');
    tryOpen('state', 'state');
    tryOpen('OPEN', 'OPEN');
    tryOpen('of all but the last letter', 'ope');
    tryOpen('no name', '');
    tryOpen('of 257 bytes', 'x'.repeat(257));
    tryOpen("the second's", "second's");
    createSource('hidden by first', 'snapshots').setHidden();
    see('names', sourceNames());
    const another = openSource('hidden by first');
    tryOpen('its own', 'hidden by first');
    drop(another);
    tryOpen('after another handle was dropped', 'hidden by first');
  },
  start() {
    if (param('role') === 'second') return;
    tryOpen("the second's", "second's");
    see('names', sourceNames());
  },
});

function tryOpen(label: string, name: string): void {
  attempt(label, () => {
    const source = openSource(name);
    return word(`"${source.name}" ${source.delivery}`);
  });
}
