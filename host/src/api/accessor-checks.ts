/** The checks that every accessor begins with, in the order the WIT states. */
import type { Draft } from '../data/draft.ts';
import type { Field } from '../data/field.ts';
import { type Accessor, accessorsOf, type ElementKind, fits } from '../data/kind.ts';
import { expired, fail } from './failure.ts';
import type { Packet } from './packet.ts';

/** `expired` and `wrong-source`. */
export function draftFor(field: Field, packet: Packet): Draft {
  const { draft } = packet;
  if (draft === null) throw expired();
  if (draft.source !== field.source) {
    const { source, name } = field;
    throw fail('wrong-source', `field ${name} is of ${source.name}, the packet is of ${draft.source.name}`);
  }
  return draft;
}

/** `wrong-kind` for the accessors of `field`. */
export function checkKind(field: Field, accessor: Accessor): void {
  const { name, kind } = field;
  if (!fits(accessor, kind)) throw misfit(name, shownKind(field), accessor, accessorsOf(kind));
}

/** `wrong-kind` for the accessors of `lists`; gives what is in the lists. */
export function checkElements(field: Field, accessor: Accessor): ElementKind {
  const { name, elements } = field;
  if (elements === undefined) throw fail('wrong-kind', `${name} is ${field.kind}, not a field of lists`);
  if (!fits(accessor, elements)) throw misfit(name, shownKind(field), accessor, listAccessorsOf(elements));
  return elements;
}

/** Single booleans have an accessor, lists of them none of their own. */
function listAccessorsOf(elements: ElementKind): Accessor[] {
  return accessorsOf(elements).filter((accessor) => accessor !== 'bool');
}

function shownKind({ kind, elements }: Field): string {
  return elements === undefined ? kind : `${elements}[]`;
}

function misfit(name: string, kind: string, accessor: Accessor, fitting: readonly Accessor[]): unknown {
  const others = fitting.join(', ') || 'nothing';
  return fail('wrong-kind', `${name} is ${kind}: ${accessor} does not fit, ${others} does`);
}
