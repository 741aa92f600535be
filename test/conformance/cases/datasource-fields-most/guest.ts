import { createSource, defineGadget, openSource } from '@gadget-api/guest';
import { attempt, see, word } from '../../kit/js/observe.ts';

const most = 1024;

export default defineGadget({
  init() {
    const own = createSource('own');
    attempt('1024 fields', () => {
      for (let made = 0; made < most; made++) own.addField(`f${made}`, 'uint32');
    });
    attempt('one more', () => void own.addField(`f${most}`, 'uint32'));
    const fields = own.fields();
    see('fields', fields.length);
    see('the last', word(fields.at(-1)!.name));
    attempt('after it', () => word(own.field(`f${most}`).name));
  },
  start() {
    const own = openSource('own');
    const packet = own.newPacket(1);
    for (const number of [0, most - 1]) own.field(`f${number}`, 'uint32').set(packet.row(0), number);
    packet.emit();
  },
});
