import type { OpenRow } from '../../rows.ts';
import { type Column, NumberColumn, TextColumn } from './column.ts';
import { ApiFailure } from './failure.ts';
import { Field } from './field.ts';

const fields = [
  { name: 'pid', kind: 'uint32' },
  { name: 'uid', kind: 'uint32' },
  { name: 'comm', kind: 'text' },
  { name: 'filename', kind: 'text' },
  { name: 'args', kind: 'text' },
] as const satisfies { name: keyof OpenRow; kind: Column['kind'] }[];

/** The one source there is, `open`, whose packets are of {@link OpenRow}. */
export class DataSource {
  static open(name: string): DataSource {
    if (name === 'open') return new DataSource();
    throw new ApiFailure({ tag: 'not-found', val: `there is no source ${name}` });
  }

  getField(name: string): Field {
    const place = fields.findIndex((each) => each.name === name);
    if (place >= 0) return new Field(place, name, fields[place]!.kind);
    throw new ApiFailure({ tag: 'not-found', val: `there is no field ${name}` });
  }

  subscribe(): number {
    return 0;
  }
}

/** Rows as columns, in the order of the fields. */
export function columnsOf(rows: readonly OpenRow[]): Column[] {
  return fields.map(({ name, kind }) =>
    kind === 'text'
      ? new TextColumn(rows.map((row) => row[name]))
      : new NumberColumn(Uint32Array.from(rows, (row) => row[name])),
  );
}

/** Columns as rows. */
export function rowsOf(columns: readonly Column[]): Record<string, unknown>[] {
  const count = columns[0]!.values.length;
  return Array.from({ length: count }, (_, row) =>
    Object.fromEntries(fields.map(({ name }, place) => [name, columns[place]!.values[row]])),
  );
}
