import type { DataSource, Delivery } from '../data/data-source.ts';
import { parseFieldType } from '../data/field-type.ts';
import type { Registry } from '../data/registry.ts';
import { GadgetError } from '../errors.ts';
import type { Limits } from '../limits.ts';
import type { FieldSpec } from '../sources/source.ts';

/** Makes one of the host's data sources; throws `E_SCHEMA` when a name or cap does not hold. */
export function declareSource(
  registry: Registry,
  name: string,
  delivery: Delivery,
  fields: readonly FieldSpec[],
  limits: Readonly<Limits>,
): DataSource {
  const refuse = (why: string): never => {
    throw new GadgetError('E_SCHEMA', `source ${name}: ${why}`);
  };
  if (name === '') refuse('the name is empty');
  if (Buffer.byteLength(name) > limits.maxNameBytes)
    refuse(`the name is longer than ${limits.maxNameBytes} bytes`);
  if (registry.get(name) !== undefined) refuse('there is one of this name already');
  if (registry.size >= limits.maxSources) refuse(`${limits.maxSources} sources are the most (maxSources)`);
  if (fields.length > limits.maxFields) refuse(`${limits.maxFields} fields are the most (maxFields)`);
  const source = registry.create(name, delivery);
  for (const field of fields) {
    if (field.name === '') refuse('a field name is empty');
    if (Buffer.byteLength(field.name) > limits.maxNameBytes) {
      refuse(`a field name is longer than ${limits.maxNameBytes} bytes`);
    }
    const conflict = source.conflict(field.name);
    if (conflict !== undefined) refuse(conflict);
    const type = parseFieldType(String(field.kind));
    if (type === undefined) refuse(`${field.name}: there is no kind ${String(field.kind)}`);
    else source.addField(field.name, type.kind, { ...field, elements: type.elements });
  }
  return source;
}

/** Puts notes on fields, by source and field name; gives the names of fields that do not exist. */
export function annotate(
  registry: Registry,
  notes: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>> = {},
): string[] {
  const missing: string[] = [];
  for (const [name, fields] of Object.entries(notes)) {
    for (const [fieldName, entries] of Object.entries(fields)) {
      const field = registry.get(name)?.field(fieldName);
      if (field === undefined) missing.push(`${name}.${fieldName}`);
      for (const [key, value] of Object.entries(entries)) {
        if (field !== undefined && !field.annotations.has(key)) field.annotations.set(key, value);
      }
    }
  }
  return missing;
}
