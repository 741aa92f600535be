import type { BytesColumn } from '../../data/bytes-column.ts';
import type { Field } from '../../data/field.ts';
import { fits, type NumberKind } from '../../data/kind.ts';
import { elementSize } from '../../data/list-value.ts';
import type { Context, CoreFunction } from '../context.ts';
import { storePair } from '../strings.ts';
import type { CoreFunctions } from '../v1.ts';
import { storeEnds, storeValues } from './block.ts';
import { copyElements, type NumberAccessor, readsAsStored } from './elements.ts';
import { draftOf, fieldFor } from './in-order.ts';

type Get = (self: number, packet: number, row: number, ret: number) => void;
type GetColumn = (self: number, packet: number, ret: number) => void;

/** Bytes of a number as an accessor gives it. */
const itemSizes: Readonly<Record<NumberAccessor, number>> = { s32: 4, u32: 4, s64: 8, u64: 8, f64: 8 };

/**
 * Lists of numbers, from column to guest without an array between; see {@link fastNumbers}. Elements may take eight times
 * the memory that they are stored in: only the guest's own is taken for them.
 */
export function fastLists(cx: Context, slow: CoreFunctions): Record<string, CoreFunction> {
  const given: Record<string, CoreFunction> = {};
  for (const accessor of Object.keys(itemSizes) as NumberAccessor[]) {
    given[`get-${accessor}`] = getList(cx, accessor, slow[`get-${accessor}`] as Get);
    given[`column-${accessor}`] = getLists(cx, accessor, slow[`column-${accessor}`] as GetColumn);
  }
  return given;
}

function getList(cx: Context, accessor: NumberAccessor, slowly: Get): CoreFunction {
  const { memory } = cx;
  const itemSize = itemSizes[accessor];
  return (self: number, packet: number, row: number, ret: number): void => {
    const field = fieldFor(cx, self, packet);
    const kind = elementsFor(field, accessor);
    if (field === undefined || kind === undefined) return slowly(self, packet, row, ret);
    const draft = draftOf(cx, packet);
    const index = row >>> 0;
    if (index >= draft.length) return slowly(self, packet, row, ret);
    const at = memory.range(ret, 16, 4);
    const column = draft.read(field) as BytesColumn | undefined;
    const there = column !== undefined && index < column.length;
    const start = there ? column.starts[index]! : 0;
    const end = there ? column.ends[index]! : 0;
    const count = (end - start) / elementSize(kind);
    const pointer = memory.allocate(count * itemSize, itemSize);
    if (count > 0) copyElements(accessor, kind, column!.data, start, end, memory, pointer);
    storePair(cx, pointer, count, at + 4);
    memory.u8[at] = 0;
  };
}

function getLists(cx: Context, accessor: NumberAccessor, slowly: GetColumn): CoreFunction {
  const { memory } = cx;
  const itemSize = itemSizes[accessor];
  return (self: number, packet: number, ret: number): void => {
    const field = fieldFor(cx, self, packet);
    const kind = elementsFor(field, accessor);
    if (field === undefined || kind === undefined) return slowly(self, packet, ret);
    const draft = draftOf(cx, packet);
    const { length } = draft;
    const at = memory.range(ret, 20, 4);
    const size = elementSize(kind);
    const ends = memory.allocate(length * 4, 4);
    const column = draft.read(field) as BytesColumn | undefined;
    const block = column === undefined ? undefined : storeEnds(column, memory.u32, ends >>> 2, length);
    if (block === undefined) memory.u32.fill(0, ends >>> 2, (ends >>> 2) + length);
    else if (size > 1) divide(memory.u32, ends >>> 2, length, size);
    const count = block === undefined ? 0 : block.total / size;
    const pointer = memory.allocate(count * itemSize, itemSize);
    if (count > 0 && readsAsStored(accessor, kind)) storeValues(column!, block!, memory.u8, pointer, length);
    else if (count > 0) {
      const rows = Math.min(column!.length, length);
      for (let row = 0, to = pointer; row < rows; row++) {
        const [start, end] = [column!.starts[row]!, column!.ends[row]!];
        copyElements(accessor, kind, column!.data, start, end, memory, to);
        to += ((end - start) / size) * itemSize;
      }
    }
    storePair(cx, ends, length, at + 4);
    storePair(cx, pointer, count, at + 12);
    memory.u8[at] = 0;
  };
}

/** What is in the lists of a field, if an accessor of numbers reads it. */
function elementsFor(field: Field | undefined, accessor: NumberAccessor): NumberKind | undefined {
  const elements = field?.elements;
  return elements !== undefined && fits(accessor, elements) ? (elements as NumberKind) : undefined;
}

function divide(numbers: Uint32Array, at: number, length: number, by: number): void {
  for (let i = at; i < at + length; i++) numbers[i] = numbers[i]! / by;
}
