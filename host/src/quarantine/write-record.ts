import type { BytesColumn } from '../data/bytes-column.ts';
import type { Field } from '../data/field.ts';
import { fieldTypeOf } from '../data/field-type.ts';
import { isBytesKind } from '../data/kind.ts';
import type { Packet } from '../data/packet.ts';
import { GadgetError } from '../errors.ts';
import { defaultLimits } from '../limits.ts';
import { safeJson } from '../outputs/json-text.ts';
import type { FieldSpec } from '../sources/source.ts';
import { maxRecordCells, type QuarantinedPacket, type QuarantinedSource, recordVersion } from './record.ts';
import { valueText } from './value-text.ts';

/**
 * A record as text, JSON by the line: what failed, then one row a line. `parseQuarantine` reads it. Nothing in it steers a terminal.
 * Throws E_LIMIT when it would have more than `maxBytes`, default 16 MiB.
 */
export function quarantineText(
  record: QuarantinedPacket,
  maxBytes: number = defaultLimits.maxQuarantineFileBytes,
): string {
  const lines: string[] = [];
  let left = maxBytes;
  const add = (line: string): void => {
    left -= Buffer.byteLength(line) + 1;
    if (left < 0) throw tooLarge(`more than ${maxBytes} bytes`, 'maxQuarantineFileBytes');
    lines.push(line);
  };
  for (const statement of head(record)) add(safeJson(statement));
  const { packet } = record;
  const fields = fieldsOf(packet);
  if (packet.length * fields.length > maxRecordCells) {
    throw tooLarge(`${packet.length} rows of ${fields.length} fields`);
  }
  for (let row = 0; row < packet.length; row++) add(rowText(packet, fields, row, left));
  add(safeJson({ end: { rows: packet.length } }));
  return `${lines.join('\n')}\n`;
}

function* head(record: QuarantinedPacket): Generator<object> {
  const { gadget, api, previewApi, params, hook, number, error, clock, seed, bounds, packet } = record;
  yield { quarantine: recordVersion };
  yield { gadget, api, preview: previewApi };
  yield { params };
  yield { failed: { hook, source: packet.source.name, packet: number, ...error } };
  const times = { wall: clock.wallNs.map(String), monotonic: clock.monotonicNs.map(String) };
  yield { clock: { ...times, more: clock.more }, seed: seed.map(String) };
  const { maxMemoryBytes, fuel, deadlineMs, isolation } = bounds;
  yield { bounds: { memory: maxMemoryBytes, fuel, 'deadline-ms': deadlineMs, isolation } };
  for (const source of record.sources) yield* declared(source);
  for (const [source, fields] of Object.entries(record.requested)) yield { requested: { source, fields } };
  const { name, delivery } = packet.source;
  const fields = fieldsOf(packet).map(({ name, kind, elements, fixedSize }) => ({
    name,
    kind: fieldTypeOf({ kind, elements }),
    size: fixedSize,
  }));
  yield { packet: { source: name, delivery, rows: packet.length, fields } };
}

function* declared({ name, delivery, hidden, fields }: QuarantinedSource): Generator<object> {
  yield { source: { name, delivery, hidden, fields: fields.length } };
  for (const field of fields) yield { field: fieldText(field) };
}

function fieldText({ name, kind, fixedSize, tags, annotations, hidden }: FieldSpec): object {
  return {
    name,
    kind,
    size: fixedSize,
    tags: tags ?? [],
    annotations: annotations ?? {},
    hidden: hidden ?? false,
  };
}

/** The fields that have values. */
export function fieldsOf({ source, columns }: Packet): Field[] {
  return source.fields.filter(({ index }) => columns[index] !== undefined);
}

function rowText(packet: Packet, fields: readonly Field[], row: number, most: number): string {
  const parts: string[] = [];
  let left = most;
  for (const field of fields) {
    const column = packet.columns[field.index]!;
    if (!column.isSet(row)) continue;
    // Before a text is made of it that may be larger than any text can be.
    if (isBytesKind(field.kind)) left -= (column as BytesColumn).bytes(row).length;
    if (left < 0) throw tooLarge(`row ${row} is too large`, 'maxQuarantineFileBytes');
    parts.push(`${safeJson(field.name)}:${valueText(field, column, row)}`);
  }
  return `{"row":{${parts.join(',')}}}`;
}

function tooLarge(what: string, limit?: string): GadgetError {
  const name = limit === undefined ? '' : ` (${limit})`;
  return new GadgetError('E_LIMIT', `the packet is too large to be kept: ${what}${name}`, { blame: 'user' });
}
