import {
  defineGadget,
  openSource,
  type Packet,
  param,
  type Source,
  subscribe,
  unsubscribe,
} from '@gadget-api/guest';
import { currentState } from '../../../../guest-js/src/state.ts';
import { attempt, see } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    const first = param('role') === 'first';
    const open = openSource('open');
    const gone = openSource('gone');
    const openPid = open.field('pid', 'uint32');
    const exec = openSource('exec');
    const execPid = exec.field('pid', 'uint32');
    numbered(gone, () => see('gone', true));
    unsubscribe(gone);
    attempt('again', () => subscribe(gone, () => {}));
    numbered(open, (number, packet) => {
      see(number, openPid.column(packet));
      if (!first) return;
      unsubscribe(open);
      openPid.set(packet.row(0), 1002);
      see('at hand', openPid.column(packet));
    });
    numbered(exec, (number, packet) => {
      see(number, execPid.column(packet));
      // What has ended, or never began.
      for (const source of first ? [open, openSource('gone')] : []) unsubscribe(source);
    });
  },
});

/** Calls back with the number of the subscription, too, which the SDK keeps to itself. */
function numbered(source: Source, callback: (number: string, packet: Packet) => void): void {
  subscribe(source, (packet) => callback(number, packet));
  const number = String(currentState('numbers').numbers?.get(source.name));
}
