import {
  type AnyField,
  createSource,
  defineGadget,
  handleUsage,
  openSource,
  type Packet,
  type Source,
  sourceNames,
  subscribe,
} from '@gadget-api/guest';
import { drop } from '../../kit/js/drop.ts';
import { attempt, see, word } from '../../kit/js/observe.ts';

/** Who is not reachable any more might be dropped. */
const sources: Source[] = [];
const fields: AnyField[] = [];

export default defineGadget({
  init() {
    usage('at first');
    const open = openSource('open');
    const own = createSource('own');
    sources.push(open, own);
    fields.push(open.field('pid'), open.addField('added', 'uint8'));
    subscribe(open, inPacket);
    usage('opened, created, got, added');
    fields.push(...open.fields());
    usage('all fields');
    attempt('fields', () => void open.fields());
    usage('made none');
    oneMore();
    attempt('open', () => void openSource('open'));
    attempt('create', () => void createSource('more'));
    attempt('get-field', () => void open.field('pid'));
    attempt('add-field', () => void open.addField('more', 'uint8'));
    attempt('fields', () => void open.fields());
    attempt('fields where there are none', () => void own.fields());
    oneLess();
    see('names', sourceNames());
    attempt('the field that was not added', () => void open.field('more'));
    oneMore();
  },
  start() {
    const own = sources[1]!;
    attempt('new-packet', () => void own.newPacket(1));
    oneLess();
    let packet: Packet | undefined;
    attempt('new-packet', () => void (packet = own.newPacket(1)));
    usage('made');
    packet?.emit();
    usage('emitted');
    oneMore();
  },
  stop: () => usage('at last'),
});

function inPacket(packet: Packet): void {
  usage('in on-packet');
  attempt('open', () => void openSource('open'));
  packet[Symbol.dispose]();
  usage('packet dropped');
}

function oneMore(): void {
  sources.push(openSource('open'));
  usage('one more');
}

function oneLess(): void {
  drop(sources.pop()!);
  usage('dropped');
}

function usage(label: string): void {
  const { open, peak, limit } = handleUsage();
  see(label, word(`${open} open, ${peak} at most, limit ${limit}`));
}
