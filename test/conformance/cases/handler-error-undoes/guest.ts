import {
  ApiError,
  createSource,
  defineGadget,
  every,
  openSource,
  type Packet,
  param,
  subscribe,
} from '@gadget-api/guest';
import { see } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    if (param('role') === 'first') first();
    else second();
  },
});

function first(): void {
  const open = openSource('open');
  const pid = open.field('pid', 'uint32');
  const made = createSource('made');
  const n = made.addField('n', 'uint32');
  let calls = 0;
  let ticks = 0;
  let kept: Packet | undefined;
  const make = (value: number): Packet => {
    const packet = made.newPacket(1);
    n.set(packet.row(0), value);
    return packet;
  };
  const onTick = (): void => {
    see('tick', ++ticks);
    if (ticks === 1) {
      kept = make(101);
      make(100).emit();
      throw new TypeError('as it should be');
    }
    kept?.emit();
    make(102).emit();
  };
  subscribe(open, (packet) => {
    see('call', ++calls);
    pid.set(packet.row(0), 9);
    pid.unset(packet.row(2));
    packet.append();
    see('column', pid.column(packet));
    pid.set(packet.row(3), 0);
    packet.discardMany([1, 2]);
    packet.append();
    make(calls).emit();
    if (calls > 1) return;
    every(1000, onTick);
    throw new ApiError('denied', 'as it should be');
  });
}

function second(): void {
  const open = openSource('open');
  const pid = open.field('pid', 'uint32');
  subscribe(open, (packet) => {
    see('column', pid.column(packet));
    see('is set', pid.isSetColumn(packet));
  });
}
