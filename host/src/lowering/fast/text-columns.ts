import { BytesColumn, decodeUtf8 } from '../../data/bytes-column.ts';
import type { Context, CoreFunction } from '../context.ts';
import { storePair } from '../strings.ts';
import { ColumnBytes, isText } from '../text.ts';
import type { CoreFunctions } from '../v1.ts';

type Get = (self: number, packet: number, ret: number) => void;
type Set = (self: number, packet: number, pointer: number, length: number, ret: number) => void;

const encoder = new TextEncoder();

/** Whole columns of text as lists of strings, without a JavaScript string; see {@link fastNumbers}. */
export function fastTextColumns(cx: Context, slow: CoreFunctions): Record<string, CoreFunction> {
  const { state, memory } = cx;
  const { fields, packets } = cx.handles;
  const slowGet = slow['[method]field.column-text'] as Get;
  const slowSet = slow['[method]field.set-column-text'] as Set;
  const copy = new ColumnBytes();

  /** Copies one value into the guest; its pointer and length go to `at`. */
  const storeValue = (column: BytesColumn, row: number, at: number): void => {
    const start = column.starts[row]!;
    let size = column.ends[row]! - start;
    let pointer = memory.allocate(size, 1);
    const other = size === 0 ? 0 : copy.copyOut(column, start, size, memory.u8, memory.view, pointer);
    if (other !== 0 && !isText(memory.u8, pointer, pointer + size)) {
      const lossy = decodeUtf8(column.data, start, start + size);
      const lossySize = Buffer.byteLength(lossy);
      pointer = memory.allocate(lossySize, 1, pointer, size);
      size = lossySize;
      encoder.encodeInto(lossy, memory.u8.subarray(pointer, pointer + size));
    }
    storePair(cx, pointer, size, at);
  };

  /** The guest's strings as a column; undefined when one of the caps is in the way. */
  const columnOf = (strings: number, count: number): BytesColumn | undefined => {
    const { maxValueBytes, maxColumnBytes } = cx.guest.limits;
    const first = strings >>> 2;
    const { u32, u8, view } = memory;
    const ends = new Uint32Array(count);
    let total = 0;
    for (let i = 0; i < count; i++) {
      const size = u32[first + 2 * i + 1]!;
      memory.range(u32[first + 2 * i]!, size, 1);
      total += size;
      if (size > maxValueBytes || total > maxColumnBytes) return undefined;
      ends[i] = total;
    }
    const column = BytesColumn.packed('text', ends, new Uint8Array(total));
    let at = 0;
    for (let i = 0; i < count; i++) {
      const from = u32[first + 2 * i]!;
      const size = u32[first + 2 * i + 1]!;
      const other = size === 0 ? 0 : copy.copyIn(column, at, u8, view, from, size);
      if (other !== 0 && !isText(u8, from, from + size))
        throw state.trap('a string of the guest is not UTF-8');
      at += size;
    }
    return column;
  };

  return {
    '[method]field.column-text': (self: number, packet: number, ret: number): void => {
      const field = fields[self]?.field;
      const draft = packets[packet]?.draft;
      const inOrder =
        state.mayLeave &&
        field !== undefined &&
        field.kind === 'text' &&
        field.fixedSize === undefined &&
        draft?.source === field.source;
      if (!inOrder) return slowGet(self, packet, ret);
      const at = memory.range(ret, 16, 4);
      const { length } = draft;
      const list = memory.allocate(length * 8, 4);
      const column = draft.read(field) as BytesColumn | undefined;
      for (let row = 0; row < length; row++) {
        if (column !== undefined && row < column.length) storeValue(column, row, list + 8 * row);
        else storePair(cx, memory.allocate(0, 1), 0, list + 8 * row);
      }
      storePair(cx, list, length, at + 4);
      memory.u8[at] = 0;
    },
    '[method]field.set-column-text': (
      self: number,
      packet: number,
      pointer: number,
      length: number,
      ret: number,
    ): void => {
      const field = fields[self]?.field;
      const draft = packets[packet]?.draft;
      const count = length >>> 0;
      const inOrder =
        state.mayLeave &&
        field !== undefined &&
        field.kind === 'text' &&
        field.fixedSize === undefined &&
        draft?.source === field.source &&
        draft.length === count;
      if (!inOrder) return slowSet(self, packet, pointer, length, ret);
      try {
        const at = memory.range(ret, 16, 4);
        const column = columnOf(memory.range(pointer, count * 8, 4), count);
        if (column === undefined) return slowSet(self, packet, pointer, length, ret);
        draft.replace(field, column);
        memory.u8[at] = 0;
      } catch (error) {
        throw state.die(error);
      }
    },
  };
}
