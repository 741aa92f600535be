import { createSource, defineGadget, every, openSource, type Packet, subscribe } from '@gadget-api/guest';
import { attempt, see } from '../../kit/js/observe.ts';

let made: Packet;

export default defineGadget({
  init() {
    const open = openSource('open');
    const create = (label: string, name: string): void => attempt(label, () => void createSource(name));
    create('name of 6 bytes', '123456');
    create('name of 5 bytes', '12345');
    create('third source', 'third');
    const add = (label: string, name: string): void => attempt(label, () => void open.addField(name, 'text'));
    add('field name of 6 bytes', '123456');
    add('field name of 5 bytes', '12345');
    add('third field', 'third');
    const pid = open.field('pid');
    attempt('tag of 6 bytes', () => void pid.addTag('123456'));
    attempt('tag of 5 bytes', () => void pid.addTag('12345'));
    attempt('second tag', () => void pid.addTag('other'));
    see('tags', pid.tags);
    attempt('key of 6 bytes', () => void pid.annotate('123456', ''));
    attempt('note of 4 bytes', () => void pid.annotate('12345', '1234'));
    attempt('note of 3 bytes', () => void pid.annotate('12345', '123'));
    attempt('second note', () => void pid.annotate('other', ''));
    const notes = pid.annotations.map(({ key, value }) => `${key}=${value}`);
    see('notes', notes);
    attempt('subscription', () => subscribe(open, () => {}));
    attempt('second subscription', () => subscribe(openSource('12345'), () => {}));
    attempt('timer', () => void every(1000, () => {}));
    attempt('second timer', () => void every(1000, () => {}));
  },
  start() {
    const own = openSource('12345');
    attempt('packet of 11 rows', () => void own.newPacket(11));
    attempt('packet of 10 rows', () => void (made = own.newPacket(10)));
    attempt('second packet', () => void own.newPacket(1));
    made[Symbol.dispose]();
  },
});
