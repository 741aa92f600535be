/** Values with gaps: one of a row, or nothing; a column, and the rows in which there is none. */
import type { Accessor } from '../data/kind.ts';
import { checkKind, draftFor } from './accessor-checks.ts';
import { fail } from './failure.ts';
import { unsetRows } from './field-columns.ts';
import type { Field } from './field.ts';
import { checkRow, type Packet } from './packet.ts';

/** The value that `read` gives, if the row has one. `read` comes first: it knows which kinds fit. */
export function valueOrNone<T>(field: Field, packet: Packet, row: number, read: () => T): T | undefined {
  const value = read();
  return field.isSet(packet, row) ? value : undefined;
}

/** Takes the value of a row away, if the accessor could have set it. */
export function unset(field: Field, accessor: Accessor, packet: Packet, row: number): void {
  const draft = draftFor(field.field, packet);
  checkKind(field.field, accessor);
  checkRow(draft, row);
  unsetRows(draft, field.field, [row]);
}

/** The rows without a value, ascending. */
export function gapsOf(field: Field, packet: Packet): Uint32Array {
  const draft = draftFor(field.field, packet);
  const column = draft.read(field.field);
  // Without validity every row of the column is set, and those that were appended behind it are not.
  const full = column?.valid === null ? column.length : 0;
  const gaps: number[] = [];
  for (let row = full; row < draft.length; row++) if (column?.isSet(row) !== true) gaps.push(row);
  return Uint32Array.from(gaps);
}

/** Writes a column that has gaps: `write` writes all of it. All or nothing. */
export function writeWithGaps(
  field: Field,
  accessor: Accessor,
  packet: Packet,
  gaps: ArrayLike<number>,
  write: () => void,
): void {
  const draft = draftFor(field.field, packet);
  checkKind(field.field, accessor);
  const rows = gaps instanceof Uint32Array ? gaps : Uint32Array.from(gaps);
  for (let i = 0; i < rows.length; i++) {
    if (i > 0 && rows[i]! <= rows[i - 1]!) throw fail('out-of-range', `gaps do not rise at ${rows[i]}`);
    checkRow(draft, rows[i]!);
  }
  write();
  unsetRows(draft, field.field, rows);
}
