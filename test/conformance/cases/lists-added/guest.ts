import {
  addListField,
  createSource,
  defineGadget,
  elementKind,
  listField,
  openSource,
  param,
  subscribe,
  type ValueKind,
} from '@gadget-api/guest';
import { listAccessorOf } from '../../kit/js/lists.ts';
import { attempt, see, word } from '../../kit/js/observe.ts';

/** Each kind, and the accessor that fits. */
const kinds: readonly (readonly [ValueKind, string])[] = [
  ['boolean', 'u32'],
  ['int8', 's32'],
  ['int16', 's32'],
  ['int32', 's32'],
  ['int64', 's64'],
  ['uint8', 'u32'],
  ['uint16', 'u32'],
  ['uint32', 'u32'],
  ['uint64', 'u64'],
  ['float32', 'f64'],
  ['float64', 'f64'],
  ['text', 'text'],
  ['bytes', 'packed'],
];

export default defineGadget({
  init() {
    if (param('role') === 'first') add();
    else look();
  },
  start() {
    attempt('start', () => void addListField(openSource('open'), 'late', 'text'));
    if (param('role') !== 'first') return;
    const mine = openSource('mine');
    const names = listField(mine, 'names', 'text');
    const packet = mine.newPacket(2);
    names.set(packet.row(0), ['a', 'b']);
    packet.emit();
  },
});

function add(): void {
  const open = openSource('open');
  const attempted = (label: string, name: string, elements: string): void =>
    attempt(label, () => void addListField(open, name, elements as ValueKind));
  for (const [name] of kinds) {
    const { kind, fixedSize, requested, ...field } = addListField(open, name, name);
    see(name, word(`${kind}, ${field.elementKind}, ${fixedSize ?? 'none'}, ${requested}`));
  }
  attempted('again', 'text', 'text');
  attempted('its child', 'text.child', 'text');
  attempted('nameless', '', 'text');
  attempted('too long a name', 'x'.repeat(257), 'text');
  attempted('of other', 'another', 'other');
  const mine = createSource('mine');
  attempt('of its own', () => void addListField(mine, 'names', 'text'));
  const fields = kinds.map(([name]) => open.field(name));
  subscribe(open, (packet) => {
    see('text is set', open.field('text').isSetColumn(packet));
    for (const [at, [, accessor]] of kinds.entries())
      listAccessorOf(accessor).set(fields[at]!, packet, 0, ['1', '0']);
  });
}

function look(): void {
  const open = openSource('open');
  const fields = kinds.map(([name]) => open.field(name));
  for (const field of fields) see(field.name, word(`${field.kind}, ${elementKind(field) ?? 'none'}`));
  subscribe(open, (packet) => {
    for (const [at, [name, accessor]] of kinds.entries())
      see(name, listAccessorOf(accessor).get(fields[at]!, packet, 0));
  });
}
