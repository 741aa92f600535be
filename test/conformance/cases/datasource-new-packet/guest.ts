import {
  createSource,
  defineGadget,
  openSource,
  type Packet,
  type Source,
  subscribe,
} from '@gadget-api/guest';
import { attempt, see } from '../../kit/js/observe.ts';

/** Made in start, filled in on-packet, emitted in stop. */
let kept: Packet;

export default defineGadget({
  init() {
    const own = createSource('own');
    own.addField('pid', 'uint32');
    attempt('in init', () => void own.newPacket(1));
    const pid = own.field('pid', 'uint32');
    subscribe(openSource('open'), () => {
      see('in on-packet', kept.length);
      attempt('set', () => pid.set(kept.row(1), 9));
    });
  },
  start() {
    const own = openSource('own');
    attempt("of the host's", () => void openSource('open').newPacket(1));
    kept = own.newPacket(3);
    see('3 rows', kept.length);
    see('is set', own.field('pid').isSetColumn(kept));
    const none = own.newPacket(0);
    see('0 rows', none.length);
    see('append to it', none.append(2).index);
    see('len', none.length);
    const large = own.newPacket(1_048_576);
    see('1048576 rows', large.length);
    attempt('1048577 rows', () => void own.newPacket(1_048_577));
    attempt('4294967295 rows', () => void own.newPacket(4_294_967_295));
    for (const packet of [none, large]) packet[Symbol.dispose]();
    makeMost(own);
  },
  stop() {
    kept.emit();
  },
});

/** As many as there may be: the kept one is one of them. */
function makeMost(own: Source): void {
  const open: Packet[] = [];
  const fill = (): void => {
    while (open.length < 255) open.push(own.newPacket(1));
  };
  const oneMore = (): void => attempt('one more', () => void own.newPacket(1));
  attempt('256 open', fill);
  oneMore();
  open.pop()![Symbol.dispose]();
  attempt('after one was dropped', fill);
  oneMore();
  open.pop()!.emit();
  attempt('after one was emitted', fill);
  oneMore();
  for (const packet of open.splice(0)) packet[Symbol.dispose]();
  attempt('all others dropped, 256 open', fill);
  for (const packet of open) packet[Symbol.dispose]();
}
