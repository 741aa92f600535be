import { defineGadget, openSource, subscribe } from '@gadget-api/guest';

export default defineGadget({
  init() {
    subscribe(openSource('bait'), () => {
      for (;;);
    });
  },
});
