import type { AnyField, Packet, Source, Value } from '@gadget-api/guest';

/** Fields of one source that another gets, too, with other rows. */
export class Columns {
  readonly #pairs: { from: AnyField; to: AnyField }[] = [];

  /** Declares a field in `target` for each of the source that can be read. `nameOf` answers undefined for those to leave out. */
  constructor(source: Source, target: Source, nameOf: (name: string) => string | undefined) {
    for (const from of source.fields()) {
      const name = nameOf(from.name);
      if (name === undefined || from.kind === 'other') continue;
      const to = target.addField(name, from.kind);
      for (const { key, value } of from.annotations) to.annotate(key, value);
      for (const tag of from.tags) to.addTag(tag);
      this.#pairs.push({ from, to });
    }
  }

  /** A copy of what the packet has, for when it is over. */
  read(packet: Packet): Rows {
    return this.#pairs.map(({ from, to }) => ({
      to,
      values: from.column(packet),
      isSet: from.isSetColumn(packet),
    }));
  }
}

/** Rows that were read; by column. */
export type Rows = { to: AnyField; values: ArrayLike<Value>; isSet: readonly boolean[] }[];

/** Sets the values of one of these rows in another packet; what is unset stays so. */
export function copyRow(rows: Rows, number: number, packet: Packet, row: number): void {
  for (const { to, values, isSet } of rows)
    if (isSet[number] === true) to.set(packet.row(row), values[number] as Value);
}
