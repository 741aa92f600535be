import { defineGadget, openSource, type Source } from '@gadget-api/guest';
import { drop } from '../../kit/js/drop.ts';
import { attempt, word } from '../../kit/js/observe.ts';

const names = [
  ...['name', 'Name', 'NAME', 'nAME', 'COMM', 'proc.pid', 'PROC.PID', 'proc', 'pid', '.pid'],
  ...['dots\\.in.a\\.name', 'Dots\\.In.A\\.Name', 'dots.in.a.name', 'Ärger', 'ÄRGER', 'ärger'],
  ...['Kelvin', '\u212aelvin', 'LIST', '', 'comm '],
];

export default defineGadget({
  init() {
    const open = openSource('open');
    for (const name of names) get(name, open, name);
    get('of 257 bytes', open, 'x'.repeat(257));
    const another = open.field('comm');
    drop(another);
    get('after another handle was dropped', open, 'comm');
  },
});

function get(label: string, source: Source, name: string): void {
  attempt(label, () => {
    const field = source.field(name);
    return word(`${field.name} ${field.kind}`);
  });
}
