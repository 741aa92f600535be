import { create, DataSource, declareField } from '../api/datasource.ts';
import { Field } from '../api/field.ts';
import type { Guest } from '../api/guest.ts';
import type { DataSource as Source } from '../data/data-source.ts';
import type { Field as Definition } from '../data/field.ts';
import type { FieldState, SourceState } from './schema-state.ts';

/**
 * Declares what a guest has declared in the init that ran on its own thread: by the functions of the API, so that everything is
 * checked as if the guest had called them here. `state` is the schema as the guest left it, `subscriptions` are names of sources. Throws
 * what the API throws, and RangeError or TypeError, for what the guest can't have done.
 */
export function declareAgain(
  guest: Guest,
  state: readonly SourceState[],
  subscriptions: readonly string[],
): void {
  const { registry } = guest.services;
  const known = registry.names();
  if (known.some((name, place) => state[place]?.name !== name)) throw new RangeError('sources are missing');
  for (const each of state) {
    const source = registry.get(each.name);
    const handle = source === undefined ? create(guest, each.name, each.delivery) : handleOf(guest, source);
    if (each.hidden !== handle.source.hidden) handle.setHidden(each.hidden === true);
    declareFields(handle, each.fields);
    handle[Symbol.dispose]();
  }
  for (const name of subscriptions) {
    const handle = handleOf(guest, registry.get(name));
    handle.subscribe();
    handle[Symbol.dispose]();
  }
}

function handleOf(guest: Guest, source: Source | undefined): DataSource {
  if (source === undefined) throw new RangeError('a source that does not exist');
  guest.ledger.take();
  return new DataSource(guest, source);
}

function declareFields(handle: DataSource, states: readonly FieldState[]): void {
  const { guest, source } = handle;
  for (const [index, state] of states.entries()) {
    let definition: Definition | undefined = source.fields[index];
    if (definition === undefined) {
      const { name, kind, elements } = state;
      declareField(handle, 'add-field', name, elements ?? kind, elements !== undefined)[Symbol.dispose]();
      definition = source.fields[index]!;
    }
    if (definition.name !== state.name) throw new RangeError('a field has another name');
    guest.ledger.take();
    const field = new Field(guest, definition);
    for (const tag of state.tags) field.addTag(tag);
    for (const [key, value] of state.annotations) {
      if (definition.annotations.get(key) !== value) field.annotate(key, value);
    }
    if (state.hidden !== definition.hidden) field.setHidden(state.hidden === true);
    if (state.obtainedBy === guest.place && definition.obtainedBy < guest.place) {
      definition.obtainedBy = guest.place;
    }
    field[Symbol.dispose]();
  }
}
