import {
  createSource,
  defineGadget,
  log,
  openSource,
  param,
  type Source,
  subscribe,
} from '@gadget-api/guest';
import { drop } from '../../kit/js/drop.ts';
import { attempt } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    if (param('role') === 'first') {
      const own = createSource('own');
      trySubscribe('b');
      trySubscribe('a', () => own.newPacket(2).emit());
      trySubscribe('b', undefined, 'b again');
      trySubscribe('own');
      trySubscribe('own', undefined, 'own again');
    } else {
      trySubscribe('own');
      trySubscribe('b');
    }
    attempt('number of the next', () => openSource('never pushed').raw.subscribe());
  },
});

/** Through a handle of its own, which is then dropped: the subscription stays. */
function trySubscribe(name: string, react: () => void = () => {}, label: string = name): void {
  const source: Source = openSource(name);
  attempt(label, () =>
    subscribe(source, (packet) => {
      log.info(`packet of ${name}, ${packet.length} rows`);
      react();
    }),
  );
  drop(source);
}
