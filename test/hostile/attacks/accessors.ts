/** The functions that take a field and a packet, in the order of the interface, and the kinds that each fits. */

const narrowSigned = ['boolean', 'int8', 'int16', 'int32', 'uint8', 'uint16'];
const narrowUnsigned = ['boolean', 'uint8', 'uint16', 'uint32'];
const all = [
  ...['boolean', 'int8', 'int16', 'int32', 'int64', 'uint8', 'uint16', 'uint32', 'uint64'],
  ...['float32', 'float64', 'text', 'bytes'],
];

/** As the comment at the resource `field` says. */
const fitting: Readonly<Record<string, readonly string[]>> = {
  'is-set': all,
  unset: all,
  'unset-many': all,
  bool: ['boolean'],
  s32: narrowSigned,
  u32: narrowUnsigned,
  s64: [...narrowSigned, 'int64', 'uint32'],
  u64: [...narrowUnsigned, 'uint64'],
  f64: ['float32', 'float64', 'int8', 'int16', 'int32', 'uint8', 'uint16', 'uint32'],
  text: ['text'],
  bytes: ['text', 'bytes'],
  packed: ['text', 'bytes'],
  lists: [],
};

const row = ['bool', 's32', 'u32', 's64', 'u64', 'f64', 'text', 'bytes'];
const column = ['s32', 'u32', 's64', 'u64', 'f64', 'text', 'packed'];

/** Such as `field.get-u32`, with what it reads or writes. */
const accessors: readonly (readonly [name: string, what: string])[] = [
  ['field.is-set', 'is-set'],
  ['field.unset', 'unset'],
  ...row.map((what) => [`field.get-${what}`, what] as const),
  ...row.map((what) => [`field.set-${what}`, what] as const),
  ['field.column-is-set', 'is-set'],
  ...column.map((what) => [`field.column-${what}`, what] as const),
  ...column.map((what) => [`field.set-column-${what}`, what] as const),
  ['field.unset-many', 'unset-many'],
  // Of the interface `lists`: fields of single values fit none.
  ...['get', 'set', 'column', 'set-column'].flatMap((how) =>
    column.map((what) => [`${how}-${what}`, 'lists'] as const),
  ),
];

/** A line for each accessor. */
export function eachAccessor(answer: string): string[] {
  return accessors.map(([name]) => `${name} ${answer}`);
}

/** Accessors of one row, so many lines each. */
export function eachRowAccessor(answer: string, lines: number): string[] {
  const ofRows = accessors.filter(([name]) => !/column|many/.test(name));
  return ofRows.flatMap(([name]) => Array.from({ length: lines }, () => `${name} ${answer}`));
}

/** A line for each accessor and kind: whether they fit. */
export function eachKind(): string[] {
  return accessors.flatMap(([name, what]) =>
    all.map((kind) => `${name} ${kind} ${fitting[what]!.includes(kind) ? 'ok' : 'wrong-kind'}`),
  );
}
