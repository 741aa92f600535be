import { longestDeadlineMs } from '../deadlines.ts';
import { DataSource } from '../data/data-source.ts';
import type { Field } from '../data/field.ts';
import { isFieldType, parseFieldType } from '../data/field-type.ts';
import type { Packet } from '../data/packet.ts';
import { PacketBuilder } from '../data/packet-builder.ts';
import { type ErrorCode, errorCodes, GadgetError } from '../errors.ts';
import { type Limits, resolveLimits } from '../limits.ts';
import type { FieldSpec } from '../sources/source.ts';
import { setValue } from './read-value.ts';
import {
  type CallClock,
  maxRecordCells,
  type QuarantinedBounds,
  type QuarantinedGadget,
  type QuarantinedPacket,
  type QuarantinedSource,
  recordVersion,
} from './record.ts';
import { type Statement, Statements } from './statements.ts';

const deliveries = ['events', 'snapshots'] as const;
const isolations = ['worker', 'inline'] as const;
/** All that a memory with 32-bit addresses has. Bytes. */
const mostMemory = 2 ** 32;

/**
 * Reads what `quarantineText` has written. The text may be anybody's: whatever is in it is checked, `limits` are as for `createRun`. Throws
 * E_QUARANTINE with the line for another form or version, what is cut short, damaged, or beyond a limit.
 */
export function parseQuarantine(text: string, limits?: Partial<Limits>): QuarantinedPacket {
  const caps = resolveLimits(limits);
  const statements = new Statements(text);
  readVersion(statements);
  const first = statements.take('gadget');
  const gadget = gadgetOf(first.object('gadget'));
  const params = statements.take('params').dictionary('params');
  const failed = statements.take('failed').object('failed');
  const second = statements.take('clock');
  const clock = clockOf(second.object('clock'));
  const bounds = boundsOf(statements.take('bounds').object('bounds'));
  const sources = sourcesOf(statements, caps);
  const requested = requestedOf(statements, caps);
  const packet = packetOf(statements, failed, caps);
  statements.end();
  return {
    gadget,
    api: first.text('api'),
    previewApi: first.flag('preview'),
    params,
    hook: failed.oneOf('hook', ['on-packet']),
    number: failed.number('packet', 0, Number.MAX_SAFE_INTEGER),
    error: { code: codeOf(failed), message: failed.text('message') },
    clock,
    seed: seedOf(second),
    bounds,
    sources,
    requested,
    packet,
  };
}

function readVersion(statements: Statements): void {
  const first = statements.takeIf('quarantine');
  if (first === undefined) {
    throw new GadgetError('E_QUARANTINE', 'this is no packet of a quarantine', {
      hint: 'give a file that gadget run --quarantine has written',
    });
  }
  const version = first.number('quarantine', 1, Number.MAX_SAFE_INTEGER);
  if (version === recordVersion) return;
  throw new GadgetError('E_QUARANTINE', `its form is ${version}, this host reads form ${recordVersion}`, {
    hint: 'replay it with the host that has kept it',
  });
}

function gadgetOf(text: Statement): QuarantinedGadget {
  const digest = text.optionalText('digest');
  if (digest !== undefined && !/^sha256:[0-9a-f]{64}$/.test(digest)) text.refuse('digest is none');
  const name = text.text('name');
  if (name === '') text.refuse('the gadget has no name');
  return { name, version: text.optionalText('version'), digest, from: text.optionalText('from') };
}

function codeOf(failed: Statement): ErrorCode {
  const code = failed.text('code');
  return Object.hasOwn(errorCodes, code) ? (code as ErrorCode) : failed.refuse(`there is no error ${code}`);
}

function seedOf(text: Statement): readonly [bigint, bigint] {
  const [low, high, ...more] = text.wholes('seed', false);
  if (low === undefined || high === undefined || more.length > 0) return text.refuse('a seed is two numbers');
  return [low, high];
}

function clockOf(text: Statement): CallClock {
  const wallNs = text.wholes('wall', true);
  const monotonicNs = text.wholes('monotonic', true);
  if (wallNs.length === 0 || monotonicNs.length === 0) text.refuse('a clock has no time');
  return { wallNs, monotonicNs, more: text.number('more', 0, Number.MAX_SAFE_INTEGER) };
}

function boundsOf(text: Statement): QuarantinedBounds {
  return {
    maxMemoryBytes: text.optionalNumber('memory', 1, mostMemory),
    fuel: text.optionalNumber('fuel', 1, Number.MAX_SAFE_INTEGER),
    deadlineMs: text.number('deadline-ms', 1, longestDeadlineMs),
    isolation: text.oneOf('isolation', isolations),
  };
}

function sourcesOf(statements: Statements, caps: Readonly<Limits>): QuarantinedSource[] {
  const sources: QuarantinedSource[] = [];
  for (let next = statements.takeIf('source'); next !== undefined; next = statements.takeIf('source')) {
    const text = next.object('source');
    const count = text.number('fields', 0, caps.maxFields);
    if (sources.length === caps.maxSources)
      text.refuse(`${caps.maxSources} sources are the most (maxSources)`);
    sources.push({
      name: nameOf(text, caps),
      delivery: text.oneOf('delivery', deliveries),
      hidden: text.flag('hidden'),
      fields: Array.from({ length: count }, () => fieldOf(statements.take('field').object('field'), caps)),
    });
  }
  return sources;
}

function fieldOf(text: Statement, caps: Readonly<Limits>): FieldSpec {
  const tags = text.texts('tags');
  const annotations = text.dictionary('annotations');
  const notes = Object.entries(annotations);
  if (tags.length > caps.maxTags) text.refuse(`${caps.maxTags} tags are the most (maxTags)`);
  if (notes.length > caps.maxAnnotations) text.refuse(`${caps.maxAnnotations} annotations are the most`);
  for (const name of [...tags, ...notes.map(([key]) => key)]) checkName(text, name, caps);
  if (notes.some(([, note]) => Buffer.byteLength(note) > caps.maxAnnotationBytes)) {
    text.refuse(`an annotation has at most ${caps.maxAnnotationBytes} bytes (maxAnnotationBytes)`);
  }
  return { ...columnOf(text, caps), tags, annotations, hidden: text.flag('hidden') };
}

function columnOf(text: Statement, caps: Readonly<Limits>): Pick<FieldSpec, 'name' | 'kind' | 'fixedSize'> {
  const name = nameOf(text, caps);
  const kind = text.text('kind');
  if (!isFieldType(kind)) return text.refuse(`there is no kind ${kind}`);
  const size = text.optionalNumber('size', 0, caps.maxValueBytes);
  return { name, kind, ...(size !== undefined && { fixedSize: size }) };
}

function nameOf(text: Statement, caps: Readonly<Limits>): string {
  const name = text.text('name');
  checkName(text, name, caps);
  return name;
}

function checkName(text: Statement, name: string, { maxNameBytes }: Readonly<Limits>): void {
  const bytes = Buffer.byteLength(name);
  if (bytes === 0 || bytes > maxNameBytes)
    text.refuse(`a name has 1 to ${maxNameBytes} bytes (maxNameBytes)`);
}

function requestedOf(statements: Statements, caps: Readonly<Limits>): Record<string, string[]> {
  const requested = new Map<string, string[]>();
  for (let next = statements.takeIf('requested'); next !== undefined;) {
    const text = next.object('requested');
    if (requested.size === caps.maxSources)
      text.refuse(`${caps.maxSources} sources are the most (maxSources)`);
    requested.set(text.text('source'), text.texts('fields'));
    next = statements.takeIf('requested');
  }
  return Object.fromEntries(requested);
}

function packetOf(statements: Statements, failed: Statement, caps: Readonly<Limits>): Packet {
  const text = statements.take('packet').object('packet');
  const name = text.text('source');
  if (name !== failed.text('source')) text.refuse('the packet is of another source');
  const source = new DataSource(name, text.oneOf('delivery', deliveries));
  const rows = text.number('rows', 0, caps.maxSnapshotRows);
  const fields = text.objects('fields');
  if (fields.length > caps.maxFields) text.refuse(`${caps.maxFields} fields are the most (maxFields)`);
  if (rows * fields.length > maxRecordCells)
    text.refuse(`${rows} rows of ${fields.length} fields are too many`);
  for (const field of fields) addField(source, field, caps);
  const byName = new Map(source.fields.map((field) => [field.name, field]));
  const builder = new PacketBuilder(source, caps);
  for (let row = 0; row < rows; row++) readRow(builder, statements.take('row').object('row'), byName);
  const end = statements.take('end').object('end');
  if (end.number('rows', 0, caps.maxSnapshotRows) !== rows) end.refuse('rows are missing');
  return builder.take();
}

function addField(source: DataSource, text: Statement, caps: Readonly<Limits>): void {
  const { name, kind, fixedSize } = columnOf(text, caps);
  const conflict = source.conflict(name);
  if (conflict !== undefined) text.refuse(conflict);
  const parts = parseFieldType(kind)!;
  source.addField(name, parts.kind, {
    ...(parts.elements !== undefined && { elements: parts.elements }),
    ...(fixedSize !== undefined && { fixedSize }),
  });
}

function readRow(builder: PacketBuilder, row: Statement, fields: ReadonlyMap<string, Field>): void {
  builder.addRow();
  for (const name of row.keys) {
    const field = fields.get(name);
    if (field === undefined) row.refuse(`there is no field ${name}`);
    else if (!setValue(builder, field, row.get(name))) {
      row.refuse(`${name} is ${field.type}, this value does not fit`);
    }
  }
}
