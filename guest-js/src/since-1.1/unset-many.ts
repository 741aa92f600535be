import { call } from '../api-error.ts';
import type { SomeField } from '../fields/by-kind.ts';
import { over, type Packet, type Row } from '../packet.ts';
import { index } from '../range.ts';
import type { RawField11 } from './raw.ts';

/**
 * Takes the values of several rows away, of all or of none. In any order; naming a row twice is fine, and so is naming none.
 *
 * Fails with `out-of-range` when one of the rows is not there. Needs a host with `gadget:api` 1.1.
 */
export function unsetMany(field: SomeField, packet: Packet, rows: Iterable<Row | number>): void {
  const numbers = Uint32Array.from(rows, (row) =>
    typeof row === 'number' ? index(row, 'a row') : row.index,
  );
  const raw = field.raw as RawField11;
  call(() => raw.unsetMany(packet.raw ?? over(), numbers));
}
