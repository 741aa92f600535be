import { ApiError, createSource, defineGadget, openSource, param, subscribe } from '@gadget-api/guest';
import { see } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    see('init', undefined);
    const made = param('role') === 'first' ? createSource('made') : openSource('made');
    subscribe(made, () => see('on-packet', undefined));
  },
  start() {
    see('start', undefined);
    emit();
    if (param('role') === 'second') throw new ApiError('not-found', 'as it should be');
  },
  stop() {
    see('stop', undefined);
    emit();
  },
});

function emit(): void {
  if (param('role') === 'first') openSource('made').newPacket(1).emit();
}
