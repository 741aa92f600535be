import { type BytesColumn, decodeUtf8 } from '../../data/bytes-column.ts';
import type { Draft } from '../../data/draft.ts';
import type { Field } from '../../data/field.ts';
import type { Context, CoreFunction } from '../context.ts';
import { storePair } from '../strings.ts';
import { ColumnBytes, isText } from '../text.ts';
import type { CoreFunctions } from '../v1.ts';

type Get = (self: number, packet: number, row: number, ret: number) => void;
type Set = (self: number, packet: number, row: number, pointer: number, length: number, ret: number) => void;

const encoder = new TextEncoder();

/** Text and bytes of one row, from column to guest and back without a string; see {@link fastNumbers}. */
export function fastText(cx: Context, slow: CoreFunctions): Record<string, CoreFunction> {
  const { state, memory } = cx;
  const { fields, packets } = cx.handles;
  const { maxValueBytes, maxColumnBytes } = cx.guest.limits;
  const slowGetText = slow['[method]field.get-text'] as Get;
  const slowGetBytes = slow['[method]field.get-bytes'] as Get;
  const slowSetText = slow['[method]field.set-text'] as Set;
  const slowSetBytes = slow['[method]field.set-bytes'] as Set;
  /** By field handle. What is written lies elsewhere than what was read, until it is read, too. */
  const reads: ColumnBytes[] = [];
  const writes: ColumnBytes[] = [];

  const draftFor = (self: number, packet: number, row: number): Draft | undefined => {
    const field = fields[self];
    const held = packets[packet];
    if (field === undefined || held === undefined || !state.mayLeave) return undefined;
    const { draft } = held;
    if (draft === null || draft.source !== field.field.source || row >>> 0 >= draft.length) return undefined;
    return draft;
  };

  const get = (self: number, draft: Draft, row: number, ret: number, text: boolean): void => {
    const field = fields[self]!.field;
    const at = memory.range(ret, 16, 4);
    const column = draft.read(field) as BytesColumn | undefined;
    let start = 0;
    let length = 0;
    if (column !== undefined && row < column.length) {
      start = column.starts[row]!;
      length = column.ends[row]! - start;
      if (text && field.fixedSize !== undefined) length = beforeNul(column.data, start, length);
    }
    let pointer = memory.allocate(length, 1);
    if (length > 0) {
      const copy = (reads[self] ??= new ColumnBytes());
      const other = copy.copyOut(column!, start, length, memory.u8, memory.view, pointer);
      if (text && other !== 0 && !isText(memory.u8, pointer, pointer + length)) {
        const lossy = decodeUtf8(column!.data, start, start + length);
        const size = Buffer.byteLength(lossy);
        pointer = memory.allocate(size, 1, pointer, length);
        encoder.encodeInto(lossy, memory.u8.subarray(pointer, pointer + size));
        length = size;
      }
    }
    storePair(cx, pointer, length, at + 4);
    memory.u8[at] = 0;
  };

  /** False when it was not done, for whatever reason: the slow way finds out. */
  const set = (
    self: number,
    draft: Draft,
    row: number,
    from: number,
    length: number,
    text: boolean,
  ): boolean => {
    const field: Field = fields[self]!.field;
    if (length > maxValueBytes || field.fixedSize !== undefined) return false;
    try {
      const column = draft.write(field) as BytesColumn;
      if (column.bytesWith(row, length) > maxColumnBytes) return false;
      const at = column.room(row, length);
      const copy = (writes[self] ??= new ColumnBytes());
      const other = copy.copyIn(column, at, memory.u8, memory.view, from, length);
      if (text && other !== 0 && !isText(memory.u8, from, from + length)) {
        throw state.trap('a string of the guest is not UTF-8');
      }
      column.settle(row, length);
      return true;
    } catch (error) {
      throw state.die(error);
    }
  };

  return {
    '[method]field.get-text': (self: number, packet: number, row: number, ret: number): void => {
      const draft = draftFor(self, packet, row);
      if (draft === undefined || fields[self]!.field.kind !== 'text')
        return slowGetText(self, packet, row, ret);
      get(self, draft, row >>> 0, ret, true);
    },
    '[method]field.get-bytes': (self: number, packet: number, row: number, ret: number): void => {
      const draft = draftFor(self, packet, row);
      if (draft === undefined) return slowGetBytes(self, packet, row, ret);
      const { kind } = fields[self]!.field;
      if (kind !== 'text' && kind !== 'bytes') return slowGetBytes(self, packet, row, ret);
      get(self, draft, row >>> 0, ret, false);
    },
    '[method]field.set-text': (
      self: number,
      packet: number,
      row: number,
      pointer: number,
      length: number,
      ret: number,
    ): void => {
      const draft = draftFor(self, packet, row);
      if (draft === undefined || fields[self]!.field.kind !== 'text') {
        return slowSetText(self, packet, row, pointer, length, ret);
      }
      const at = memory.range(ret, 16, 4);
      const from = memory.range(pointer, length >>> 0, 1);
      if (set(self, draft, row >>> 0, from, length >>> 0, true)) memory.u8[at] = 0;
      else slowSetText(self, packet, row, pointer, length, ret);
    },
    '[method]field.set-bytes': (
      self: number,
      packet: number,
      row: number,
      pointer: number,
      length: number,
      ret: number,
    ): void => {
      const draft = draftFor(self, packet, row);
      if (draft === undefined) return slowSetBytes(self, packet, row, pointer, length, ret);
      const { kind } = fields[self]!.field;
      const at = memory.range(ret, 16, 4);
      const from = memory.range(pointer, length >>> 0, 1);
      const fits = kind === 'text' || kind === 'bytes';
      if (fits && set(self, draft, row >>> 0, from, length >>> 0, false)) memory.u8[at] = 0;
      else slowSetBytes(self, packet, row, pointer, length, ret);
    },
  };
}

/** Text of fixed size ends at the first NUL. */
function beforeNul(data: Uint8Array, start: number, length: number): number {
  for (let i = 0; i < length; i++) if (data[start + i] === 0) return i;
  return length;
}
