import type { AnyField, Packet } from '@gadget-api/guest';
import { byteLists, textLists } from '../../../../guest-js/src/since-1.1/block-lists.ts';
import {
  floatLists,
  int32Lists,
  int64Lists,
  type List,
  type ListAccess,
  type ListColumn,
  uint32Lists,
  uint64Lists,
} from '../../../../guest-js/src/since-1.1/list-access.ts';
import { ListField } from '../../../../guest-js/src/since-1.1/list-field.ts';
import { floating, given, narrow, type Parse, wide } from './accessors.ts';
import { outcome, word, type Word } from './observe.ts';
import { float, type Shown } from './show.ts';

/**
 * The accessors of lists, on any field, whatever its kind: `get-u32`, `set-u32`, `column-u32`, `set-column-u32`. What is
 * written is said by a text for each element.
 */
export interface ListAccessor {
  /** `s32`, `u32` … `packed`. */
  name: string;
  /** Whether what the texts say can be given to it at all. */
  takes(list: readonly string[]): boolean;
  get(field: AnyField, packet: Packet, row: number): Shown;
  set(field: AnyField, packet: Packet, row: number, list: readonly string[]): void;
  column(field: AnyField, packet: Packet): Shown;
  setColumn(field: AnyField, packet: Packet, lists: readonly (readonly string[])[]): void;
}

/** All of them, in the order of the interface. */
export const listAccessors: readonly ListAccessor[] = [
  accessor('s32', int32Lists, narrow(-(2n ** 31n), 2n ** 31n), (value) => value),
  accessor('u32', uint32Lists, narrow(0n, 2n ** 32n), (value) => value),
  accessor('s64', int64Lists, wide(-(2n ** 63n), 2n ** 63n), (value) => value),
  accessor('u64', uint64Lists, wide(0n, 2n ** 64n), (value) => value),
  accessor('f64', floatLists, floating, float),
  accessor(
    'text',
    textLists,
    (text) => text,
    (value) => value,
  ),
  accessor(
    'packed',
    byteLists,
    (text) => new TextEncoder().encode(text),
    (value) => value,
  ),
];

/** The accessor of this name. */
export function listAccessorOf(name: string): ListAccessor {
  const found = listAccessors.find((each) => each.name === name);
  if (found === undefined) throw new Error(`there is no accessor of lists ${name}`);
  return found;
}

/** The lists of a column one by one. */
export function listsOf<T, L extends List<T>>({ ends, values }: ListColumn<L>): L[] {
  return Array.from(ends, (end, row) => values.slice(row === 0 ? 0 : ends[row - 1]!, end));
}

/** How every function of lists ends for this field. What is written is said by texts: the first list for the row, all for the column. */
export function listCalls(
  { get, set, column, setColumn }: ListAccessor,
  field: AnyField,
  packet: Packet,
  row: number,
  lists: readonly (readonly string[])[],
): Word {
  return word(
    [
      `get ${outcome(() => get(field, packet, row))}`,
      `set ${outcome(() => set(field, packet, row, lists[0] ?? []))}`,
      `column ${outcome(() => column(field, packet))}`,
      `set-column ${outcome(() => setColumn(field, packet, lists))}`,
    ].join(', '),
  );
}

function accessor<T, L extends List<T>>(
  name: string,
  access: ListAccess<T, L>,
  parse: Parse<T>,
  shown: (value: T) => Shown,
): ListAccessor {
  // As which kind the field is read is decided by the accessor alone.
  const of = ({ raw }: AnyField): ListField<T, L> => new ListField(raw, 'text', access);
  const parsed = (list: readonly string[]): T[] => list.map((text) => given(parse(text), text));
  return {
    name,
    takes: (list) => list.every((text) => parse(text) !== undefined),
    get: (field, packet, row) => Array.from(of(field).get(packet.row(row)), shown),
    set: (field, packet, row, list) => of(field).set(packet.row(row), parsed(list)),
    column: (field, packet) => listsOf<T, L>(of(field).column(packet)).map((list) => Array.from(list, shown)),
    setColumn: (field, packet, lists) => of(field).setColumn(packet, lists.map(parsed)),
  };
}
