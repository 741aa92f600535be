import { openRow, type OpenRow } from '../rows.ts';

/** Rows in all packets together, unless that makes too many or too few packets. */
const differentRows = 1024;
/** So many stay in the processor's caches, as a packet does that has just been made. */
const mostPackets = 64;

/** Different packets of so many rows, which calls take in turn. */
export function packetsOf(rows: number): OpenRow[][] {
  const count = Math.min(mostPackets, Math.max(1, Math.floor(differentRows / rows)));
  return Array.from({ length: count }, (_, packet) =>
    Array.from({ length: rows }, (_, row) => openRow(packet * rows + row)),
  );
}
