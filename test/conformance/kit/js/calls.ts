import type { AnyField, Packet } from '@gadget-api/guest';
import type { Accessor } from './accessors.ts';
import { outcome, word, type Word } from './observe.ts';

/**
 * How every function that takes a packet ends for this field: those of one row, those of the accessor's column if it has one.
 * What is written is said by texts: the first for the row, all for the column.
 */
export function calls(
  accessor: Accessor,
  field: AnyField,
  packet: Packet,
  row: number,
  texts: readonly string[],
): Word {
  const { column, setColumn } = accessor;
  const made = [
    `get ${outcome(() => accessor.get(field, packet, row))}`,
    `set ${outcome(() => accessor.set(field, packet, row, texts[0] ?? '1'))}`,
    `is-set ${outcome(() => field.isSet(packet.row(row)))}`,
    `unset ${outcome(() => field.unset(packet.row(row)))}`,
    `column-is-set ${outcome(() => field.isSetColumn(packet))}`,
  ];
  if (column !== undefined) made.push(`column ${outcome(() => column(field, packet))}`);
  if (setColumn !== undefined) made.push(`set-column ${outcome(() => setColumn(field, packet, texts))}`);
  return word(made.join(', '));
}
