import {
  type AnyField,
  createSource,
  defineGadget,
  openSource,
  type Source,
  subscribe,
} from '@gadget-api/guest';
import { attempt, see, word } from '../../kit/js/observe.ts';

const kinds = [
  ...(['boolean', 'int8', 'int16', 'int32', 'int64', 'uint8', 'uint16', 'uint32', 'uint64'] as const),
  ...(['float32', 'float64', 'text', 'bytes'] as const),
];

/** What is tried, and the name. */
const names: readonly [string, string][] = [
  ['a name that is there', 'pid'],
  ['the same in other letters', 'PID'],
  ['no name', ''],
  ['a dot', '.'],
  ['dot first', '.b'],
  ['dot last', 'b.'],
  ['two dots', 'b..c'],
  ['inside of nothing', 'proc.name'],
  ['deeper', 'proc.parent.name'],
  ['again', 'proc.name'],
  ['inside of a field', 'pid.x'],
  ['deep inside of a field', 'pid.x.y'],
  ['inside of an added field', 'proc.name.x'],
  ['above fields', 'proc'],
  ['between fields', 'proc.parent'],
  ['a dot of its own', 'x\\.y'],
  ['inside of x', 'x.y'],
  ['above that', 'x'],
  ['inside of what has a dot of its own', 'x\\.y.z'],
  ['a backslash', 'back\\\\'],
  ['inside of what ends with a backslash', 'back\\\\.in'],
  ['a backslash and a dot of their own', 'back\\\\\\.in'],
  ['nothing but a dot of its own', '\\.'],
];

export default defineGadget({
  init() {
    const open = openSource('open');
    addKinds(createSource('own'));
    addKinds(open);
    attempt('a kind without a word', () => void open.addField('list', 'other' as 'text'));
    const add = (label: string, name: string): void => attempt(label, () => void open.addField(name, 'text'));
    for (const [label, name] of names) add(label, name);
    add('256 bytes', 'ü'.repeat(128));
    add('257 bytes', 'x'.repeat(257));
    add('258 bytes in 129 characters', 'ü'.repeat(129));
    const fields = open.fields();
    see('fields', word(fields.map(shortName).join(' | ')));
    const texts = fields
      .filter(({ name, kind }) => kind === 'text' && !/^(of |ü)/.test(name))
      .map(({ name }) => open.field(name, 'text'));
    subscribe(open, (packet) => {
      for (const text of texts) text.set(packet.row(0), `in ${text.name}`);
    });
  },
});

function addKinds(source: Source): void {
  const added = kinds.map((kind) => source.addField(`of ${kind}`, kind));
  see(source.name, word(added.map(({ name, kind }) => `${name} ${kind}`).join(', ')));
}

function shortName({ name }: AnyField): string {
  const { length } = new TextEncoder().encode(name);
  return length > 64 ? `of ${length} bytes` : name;
}
