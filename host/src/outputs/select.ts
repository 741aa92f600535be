import { clean } from '../clean.ts';
import type { DataSource } from '../data/data-source.ts';
import type { Field } from '../data/field.ts';
import { GadgetError } from '../errors.ts';
import { nearest } from '../suggest.ts';
import { formats, isFormat, type Format } from './format.ts';

/** What `-o` says: how to print one source, or all. */
export interface OutputSpec {
  /** Only this source; all that have no format of their own when absent. */
  source?: string;
  format: Format;
}

/**
 * Reads `[source:]format`, the value of `-o`. The part behind the last colon is the format, as names of sources may hold
 * colons. Throws E_OUTPUT for an unknown format.
 */
export function parseOutputSpec(text: string): OutputSpec {
  const colon = text.lastIndexOf(':');
  const format = text.slice(colon + 1);
  if (!isFormat(format)) {
    const meant = nearest(format, formats);
    throw new GadgetError('E_OUTPUT', `there is no output format ${clean(format) || '""'}`, {
      hint: `${meant === undefined ? '' : `Did you mean ${meant}? `}Formats are ${formats.join(', ')}.`,
      details: { format },
    });
  }
  if (colon < 0) return { format };
  const source = text.slice(0, colon);
  if (source === '') {
    throw new GadgetError('E_OUTPUT', `the source is missing before the colon in ${clean(text)}`, {
      hint: `Write ${format}, or SOURCE:${format}.`,
    });
  }
  return { source, format };
}

/** Reads `a,b,open:pid`, the value of `--fields`. Throws E_OUTPUT when a name is empty. */
export function parseFieldNames(text: string): string[] {
  const names = text.split(',').map((name) => name.trim());
  if (names.includes('')) {
    throw new GadgetError('E_OUTPUT', 'an empty name in the list of fields', {
      hint: 'Write the names with one comma between them: --fields pid,comm',
    });
  }
  return names;
}

/**
 * The fields of a source to print. Without names all that are not hidden, in the source's order. With names just those,
 * in their order, hidden ones too: `pid` asks every source, `open:pid` the source `open` alone; the name of a parent
 * stands for all inside it. A source for which no name is meant prints all that are not hidden. Throws E_OUTPUT when the
 * source has no such field. `isHidden` replaces the field's own word.
 */
export function selectFields(
  source: DataSource,
  names: readonly string[] | undefined,
  isHidden: (field: Field) => boolean = (field) => field.hidden,
): readonly Field[] {
  const visible = source.fields.filter((field) => !isHidden(field));
  if (names === undefined) return visible;
  const selected = new Set<Field>();
  let meant = false;
  for (const name of names) {
    const found = find(source, name);
    if (found === undefined) continue;
    meant = true;
    for (const field of found) selected.add(field);
  }
  return meant ? [...selected] : visible;
}

/** The fields that a name stands for; nothing when it is meant for another source. */
function find(source: DataSource, name: string): readonly Field[] | undefined {
  // A field's name may hold a colon itself, so the field as it is written goes first.
  const exact = source.field(name);
  if (exact !== undefined) return [exact];
  const prefix = `${source.name}:`;
  const own = name.startsWith(prefix);
  if (!own && name.includes(':')) return undefined;
  const path = own ? name.slice(prefix.length) : name;
  const field = source.field(path);
  if (field !== undefined) return [field];
  const inside = source.fields.filter((each) => each.name.startsWith(`${path}.`) && !each.hidden);
  if (inside.length > 0) return inside;
  throw unknownField(source, path, own);
}

function unknownField(source: DataSource, path: string, own: boolean): GadgetError {
  const known = source.fields.map((field) => field.name);
  const meant = nearest(path, known);
  const shown = known.slice(0, 20).map(clean).join(', ') + (known.length > 20 ? ', …' : '');
  let hint = meant !== undefined ? `Did you mean ${clean(meant)}?` : `Its fields are ${shown}.`;
  if (known.length === 0) hint = 'It has no fields.';
  if (!own) hint += ` To ask one source alone, put its name in front: SOURCE:${clean(path)}.`;
  return new GadgetError('E_OUTPUT', `${clean(source.name)} has no field ${clean(path)}`, {
    hint,
    details: { source: source.name, field: path, ...(meant !== undefined && { meant }) },
  });
}
