import type { Draft } from '../data/draft.ts';
import { Packet } from '../data/packet.ts';
import type { Column } from '../data/column.ts';
import type { DataSource } from '../data/data-source.ts';
import type { Limits } from '../limits.ts';
import { checkColumn } from './check-column.ts';
import type { FrameReader } from './frame-reader.ts';
import type { FrameWriter } from './frame-writer.ts';

/** Writes a packet: rows, columns. Its source is known from elsewhere. */
export function writePacket(frame: FrameWriter, { length, columns }: Packet): void {
  frame.word(length);
  frame.word(columns.reduce((count, column) => (column === undefined ? count : count + 1), 0));
  for (const [index, column] of columns.entries()) {
    if (column !== undefined) frame.column(index, column, length);
  }
}

/** Reads what {@link writePacket} wrote. The columns are views on the frame. */
export function readPacket(frame: FrameReader, source: DataSource): Packet {
  const length = frame.word();
  const columns = Array.from<Column | undefined>({ length: source.fields.length });
  for (let count = frame.word(); count > 0; count--) {
    const { index, column } = frame.column(length);
    columns[index] = column;
  }
  return new Packet(source, length, columns);
}

/** Writes what was done to a draft: rows added and taken out, and the columns written if `withColumns`. */
export function writeDraft(frame: FrameWriter, draft: Draft, withColumns: boolean = true): void {
  frame.word(draft.received);
  frame.word(draft.length);
  frame.rows(draft.discardedRows());
  const written = withColumns ? [...draft.written()] : [];
  frame.word(written.length);
  for (const [index, column] of written) frame.column(index, column, draft.length);
}

/** The caps that a draft is held to. */
export type DraftLimits = Readonly<
  Pick<Limits, 'maxAppendedRows' | 'maxSnapshotRows' | 'maxValueBytes' | 'maxColumnBytes'>
>;

/**
 * Does the same to a draft that is as the other was before. The columns are views on the frame. Throws RangeError for what can't
 * have been done by calls of `gadget:api`.
 */
export function readDraft(frame: FrameReader, draft: Draft, limits: DraftLimits): void {
  const { source } = draft;
  const received = frame.word();
  const length = frame.word();
  if (received !== draft.received || length < received) throw new RangeError('a draft of other rows');
  const most = source.delivery === 'snapshots' ? Math.max(received, limits.maxSnapshotRows) : Infinity;
  if (length - received > limits.maxAppendedRows || length > most) throw new RangeError('too many rows');
  draft.append(length - draft.length);
  for (const row of frame.rows()) {
    if (row >= length) throw new RangeError(`row ${row} of ${length} was taken out`);
    draft.discard(row);
  }
  for (let count = frame.word(); count > 0; count--) {
    const { index, column } = frame.column(length);
    const field = source.fields[index];
    if (field === undefined) throw new RangeError(`${source.name} has no field ${index}`);
    checkColumn(field, column, limits);
    draft.replace(field, column);
  }
}
