import type { DataSource, Delivery } from '../data/data-source.ts';
import type { Field } from '../data/field.ts';
import type { ElementKind, Kind } from '../data/kind.ts';
import type { Registry } from '../data/registry.ts';

/** A field in a form that crosses threads. */
export interface FieldState {
  name: string;
  kind: Kind;
  elements: ElementKind | undefined;
  fixedSize: number | undefined;
  tags: readonly string[];
  annotations: readonly (readonly [key: string, value: string])[];
  hidden: boolean;
  printed: boolean;
  obtainedBy: number;
}

/** A data source in a form that crosses threads. */
export interface SourceState {
  name: string;
  delivery: Delivery;
  owner: number;
  hidden: boolean;
  fields: readonly FieldState[];
}

/** All data sources, in the order of their making. */
export function schemaState(registry: Registry): SourceState[] {
  return [...registry].map(({ name, delivery, owner, hidden, fields }) => ({
    name,
    delivery,
    owner,
    hidden,
    fields: fields.map(fieldState),
  }));
}

function fieldState({ annotations, tags, ...field }: Field): FieldState {
  const { name, kind, elements, fixedSize, hidden, printed, obtainedBy } = field;
  return {
    name,
    kind,
    elements,
    fixedSize,
    tags: [...tags],
    annotations: [...annotations],
    hidden,
    printed,
    obtainedBy,
  };
}

/** Makes a registry that follows another as that one is: sources and fields only ever come to it, at the end. */
export function followSchema(registry: Registry, state: readonly SourceState[]): void {
  for (const { name, delivery, owner, hidden, fields } of state) {
    const source = registry.get(name) ?? registry.create(name, delivery, owner);
    source.hidden = hidden;
    for (const [index, field] of fields.entries()) followField(source, index, field);
  }
}

function followField(source: DataSource, index: number, state: FieldState): void {
  const { name, kind, elements, fixedSize, tags, annotations, hidden, printed, obtainedBy } = state;
  const options = { ...(elements && { elements }), ...(fixedSize !== undefined && { fixedSize }) };
  const field = source.fields[index] ?? source.addField(name, kind, options);
  field.tags.splice(0, field.tags.length, ...tags);
  field.annotations.clear();
  for (const [key, value] of annotations) field.annotations.set(key, value);
  field.hidden = hidden;
  field.printed = printed;
  field.obtainedBy = obtainedBy;
}
