import {
  createSource,
  defineGadget,
  every,
  openSource,
  param,
  params,
  sourceNames,
  subscribe,
} from '@gadget-api/guest';
import { top } from './count.ts';

export default defineGadget({
  init() {
    const [first] = sourceNames();
    const events = openSource(param('from') || (first ?? 'exec'));
    const uid = events.field(param('field') ?? 'uid', 'number');
    const ranking = createSource('top-users', 'snapshots');
    const who = ranking.addField('uid', 'uint32').annotate('description', 'The user');
    const total = ranking.addField('events', 'uint64').annotate('description', 'Events in this window');
    const limit = params.number('limit', 10);
    let counts = new Map<number, number>();

    events.setHidden();
    subscribe(events, (packet) => {
      const known = uid.isSetColumn(packet);
      uid.column(packet).forEach((user, row) => {
        if (known[row] === true) counts.set(user, (counts.get(user) ?? 0) + 1);
      });
    });

    const emit = (): void => {
      const lines = top(counts, limit);
      counts = new Map();
      const packet = ranking.newPacket(lines.length);
      who.setColumn(
        packet,
        Uint32Array.from(lines, (line) => line.key),
      );
      total.setColumn(
        packet,
        lines.map((line) => BigInt(line.count)),
      );
      packet.emit();
    };
    every(params.duration('window', 1000), emit);
    flush = emit;
  },
  stop() {
    flush();
  },
});

/** Sends what the last window has so far. */
let flush: () => void = () => {};
