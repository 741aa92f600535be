import { BytesColumn } from './bytes-column.ts';
import { isBytesKind, type Kind } from './kind.ts';
import { NumberColumn } from './number-column.ts';

/** One field of a packet, all rows. */
export type Column = NumberColumn | BytesColumn;

/** A column of any kind in which nothing is set. */
export function unsetColumn(kind: Kind, length: number): Column {
  return isBytesKind(kind) ? BytesColumn.unset(kind, length) : NumberColumn.unset(kind, length);
}
