import { createSource, defineGadget, every, openSource, params, subscribe } from '@gadget-api/guest';
import { Counts } from './counts.ts';

export default defineGadget({
  init() {
    const events = openSource('events');
    const pid = events.field('pid', 'uint32');
    const comm = events.field('comm', 'text');
    const top = createSource('top', 'snapshots');
    const topPid = top.addField('pid', 'uint32');
    const topComm = top.addField('comm', 'text');
    const topEvents = top.addField('events', 'uint64').annotate('description', 'Events in this window');
    const limit = params.number('limit', 10);
    let counts = new Counts();

    events.setHidden();
    subscribe(events, (packet) => {
      const hasPid = pid.isSetColumn(packet);
      const hasComm = comm.isSetColumn(packet);
      const comms = comm.column(packet);
      pid.column(packet).forEach((number, row) => {
        if (hasPid[row] === true && hasComm[row] === true) counts.add(number, comms[row] as string);
      });
    });

    const show = (): void => {
      const busiest = counts.top(limit);
      counts = new Counts();
      const packet = top.newPacket(busiest.length);
      topPid.setColumn(
        packet,
        busiest.map((count) => count.pid),
      );
      topComm.setColumn(
        packet,
        busiest.map((count) => count.comm),
      );
      topEvents.setColumn(
        packet,
        busiest.map((count) => BigInt(count.events)),
      );
      packet.emit();
    };
    every(params.duration('interval', 1000), show);
    showRest = () => {
      if (counts.size > 0) show();
    };
  },
  stop() {
    showRest();
  },
});

/** Shows what the last window, which no tick ends, has so far. */
let showRest: () => void = () => {};
