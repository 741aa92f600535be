import { createSource, defineGadget, type Source, subscribe } from '@gadget-api/guest';
import { attempt } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    const sources: Source[] = [];
    attempt('65 sources', () => {
      for (let made = 0; made < 65; made++) sources.push(createSource(`source ${made}`));
    });
    const last = sources.pop()!;
    attempt('64 subscriptions', () => {
      for (const source of sources) subscribe(source, () => {});
    });
    attempt('one more', () => subscribe(last, () => {}));
  },
});
