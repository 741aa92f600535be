/** Lists of text and bytes of `gadget:api/lists`; kinds have been checked by who calls. */
import { BytesColumn, decodeUtf8 } from '../data/bytes-column.ts';
import type { Draft } from '../data/draft.ts';
import type { Field } from '../data/field.ts';
import { elementHead, packedIn, valueOfPacked } from '../data/list-value.ts';
import { ListWriter } from '../data/list-writer.ts';
import type { Packed } from '../generated/gadget-api-field.ts';
import type { PackedLists, TextLists } from '../generated/gadget-api-lists.ts';
import { checkSizes } from './field-columns.ts';
import { byteLength, type Guest } from './guest.ts';
import { listEnds, packedEnds } from './list-ends.ts';

/** A column of lists of texts, as a gadget gives it. */
interface GivenTexts {
  readonly ends: ArrayLike<number>;
  readonly values: ArrayLike<string>;
}

/** The texts of one row. */
export function readTexts(draft: Draft, field: Field, row: number): string[] {
  const column = draft.read(field) as BytesColumn | undefined;
  const texts: string[] = [];
  if (column !== undefined) addTexts(column, row, texts);
  return texts;
}

/** The texts of all rows. */
export function readTextLists(draft: Draft, field: Field): TextLists {
  const column = draft.read(field) as BytesColumn | undefined;
  const ends = new Uint32Array(draft.length);
  const values: string[] = [];
  for (let row = 0; row < ends.length; row++) {
    if (column !== undefined) addTexts(column, row, values);
    ends[row] = values.length;
  }
  return { ends, values };
}

function addTexts(column: BytesColumn, row: number, texts: string[]): void {
  const value = column.bytes(row);
  const view = new DataView(value.buffer, value.byteOffset, value.length);
  for (let at = 0; at < value.length;) {
    const start = at + elementHead;
    at = start + view.getUint32(at, true);
    texts.push(decodeUtf8(value, start, at));
  }
}

/** The elements of one row as one block. */
export function readPackedList(draft: Draft, field: Field, row: number): Packed {
  const column = draft.read(field) as BytesColumn | undefined;
  return packedIn(column === undefined ? new Uint8Array(0) : column.bytes(row));
}

/** The elements of all rows as one block. */
export function readPackedLists(draft: Draft, field: Field): PackedLists {
  const column = draft.read(field) as BytesColumn | undefined;
  if (column === undefined) {
    return {
      ends: new Uint32Array(draft.length),
      values: { ends: new Uint32Array(0), data: new Uint8Array(0) },
    };
  }
  const { ends, data } = column.toPacked(draft.length);
  // One list after the other is a list of all elements.
  const values = packedIn(data);
  let element = 0;
  for (let row = 0; row < ends.length; row++) {
    const end = ends[row]!;
    while (element < values.ends.length && values.ends[element]! + (element + 1) * elementHead <= end)
      element++;
    ends[row] = element;
  }
  return { ends, values };
}

/** Sets the list of one row from texts. */
export function writeTexts(
  guest: Guest,
  draft: Draft,
  field: Field,
  row: number,
  values: ArrayLike<string>,
): void {
  const column = draft.write(field) as BytesColumn;
  const others = column.bytesWith(row, 0);
  const writer = new ListWriter();
  const count = values.length;
  for (let i = 0; i < count; i++) writeText(guest, writer, values[i]!, 0, others);
  column.set(row, writer.taken());
}

/** Sets all lists from texts: all or none. */
export function writeTextLists(guest: Guest, draft: Draft, field: Field, { ends, values }: GivenTexts): void {
  const bytes = listEnds(draft, ends, values.length);
  const writer = new ListWriter();
  let element = 0;
  for (let row = 0; row < bytes.length; row++) {
    const start = writer.used;
    for (const end = bytes[row]!; element < end; element++) writeText(guest, writer, values[element]!, start);
    bytes[row] = writer.used;
  }
  draft.replace(field, BytesColumn.packed('other', bytes, writer.taken()));
}

/** Adds a text to the list that began at `start`, if caps allow; `others`: bytes of the column besides what is written. */
function writeText(guest: Guest, writer: ListWriter, value: string, start: number, others: number = 0): void {
  const { maxValueBytes, maxColumnBytes } = guest.limits;
  // UTF-8 needs at most three bytes for each UTF-16 unit; the exact length is looked up only when it may matter.
  const most = writer.used + elementHead + value.length * 3;
  if (most - start > maxValueBytes || most + others > maxColumnBytes) {
    const used = writer.used + elementHead + byteLength(value);
    checkSizes(guest, used - start, used + others);
  }
  writer.text(value);
}

/** Sets the list of one row from a block. */
export function writePackedList(
  guest: Guest,
  draft: Draft,
  field: Field,
  row: number,
  { ends, data }: Packed,
): void {
  const sound = packedEnds(ends, data.length);
  const size = data.length + sound.length * elementHead;
  const column = draft.write(field) as BytesColumn;
  checkSizes(guest, size, column.bytesWith(row, size));
  column.set(row, valueOfPacked({ ends: sound, data }));
}

/** Sets all lists from blocks: all or none. */
export function writePackedLists(guest: Guest, draft: Draft, field: Field, lists: PackedLists): void {
  const { data } = lists.values;
  const sound = packedEnds(lists.values.ends, data.length);
  const bytes = listEnds(draft, lists.ends, sound.length);
  let longest = 0;
  let start = 0;
  for (let row = 0; row < bytes.length; row++) {
    const element = bytes[row]!;
    const end = element * elementHead + (element === 0 ? 0 : sound[element - 1]!);
    if (end - start > longest) longest = end - start;
    bytes[row] = end;
    start = end;
  }
  checkSizes(guest, longest, start);
  draft.replace(field, BytesColumn.packed('other', bytes, valueOfPacked({ ends: sound, data })));
}
