import { defineGadget, openSource, subscribe } from '@gadget-api/guest';
import { accessorOf } from '../../kit/js/accessors.ts';
import { calls } from '../../kit/js/calls.ts';
import { see } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    const state = openSource('state');
    const fields = state.fields();
    subscribe(state, (packet) => {
      for (const field of fields) {
        see(`${field.name} of nothing`, calls(accessorOf(field.name), field, packet, 0, []));
        see(`${field.name} of one`, calls(accessorOf(field.name), field, packet, 0, ['1']));
      }
    });
  },
});
