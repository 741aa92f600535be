import { kindsOfAccessors } from '../wit/accessors.ts';
import type { WitItem } from '../../host/src/wit/item.ts';
import { pageOf } from './links.ts';
import { code, table } from './markdown.ts';
import { anchorOf, type Reference, type ReferenceFunction } from './reference.ts';

const forms = ['get-', 'set-', 'column-', 'set-column-'] as const;

/** Which accessor fits which kind, as the comment of the resource `field` has it. */
export interface KindTable {
  kinds: readonly string[];
  /** The kinds that each accessor fits. */
  accessors: ReadonlyMap<string, readonly string[]>;
}

/** Reads it. Throws when the comment names a kind that there is not, or none at all. */
export function kindTableOf(reference: Reference): KindTable {
  const types = reference.interfaces.flatMap((each) => each.types);
  const kinds = types.find(({ name }) => name === 'kind')?.children.map(({ name }) => name) ?? [];
  const accessors = kindsOfAccessors(fieldOf(reference).doc);
  const unknown = [...accessors.values()].flat().filter((kind) => !kinds.includes(kind));
  if (unknown.length > 0)
    throw new Error(`the comment of field names kinds that are none: ${unknown.join(', ')}`);
  if (accessors.size === 0) throw new Error('the comment of field has no list of accessors');
  return { kinds, accessors };
}

/** The page with this table, and the functions of each accessor. */
export function kindsPage(reference: Reference): string {
  const { kinds, accessors } = kindTableOf(reference);
  const functions = reference.interfaces.flatMap((each) => each.functions);
  const names = [...accessors.keys()];
  return [
    '<!-- Made from wit/gadget-api/field.wit by `npm run gen`; edit the WIT instead. -->',
    `[${reference.name} ${reference.version}](README.md) / kinds and accessors`,
    '# Kinds and accessors',
    `A field has a [kind](types.md#${anchorOf('kind')}); an accessor reads and writes the kinds marked here and answers [\`wrong-kind\`](types.md#${anchorOf('api-error')}) for all others. The rules for values that do not fit, for unset rows and for text are at the resource [\`field\`](${pageOf('field')}#${anchorOf('Resource field')}).`,
    table(
      ['kind', ...names.map(code)],
      kinds.map((kind) => [
        code(kind),
        ...names.map((name) => (accessors.get(name)!.includes(kind) ? '✓' : '')),
      ]),
    ),
    '## Functions of each accessor',
    table(
      ['accessor', 'one value', 'set one', 'a column', 'set a column'],
      names.map((name) => [code(name), ...forms.map((form) => link(`field.${form}${name}`, functions))]),
    ),
    'In the SDKs the type or kind that you ask a field for chooses the accessor.',
  ].join('\n\n');
}

function link(title: string, functions: readonly ReferenceFunction[]): string {
  const found = functions.find((each) => each.title === title);
  return found === undefined ? '' : `[${code(found.item.name)}](${pageOf('field')}#${anchorOf(title)})`;
}

function fieldOf(reference: Reference): WitItem {
  const found = reference.interfaces.flatMap((each) => each.resources).find(({ name }) => name === 'field');
  if (found === undefined) throw new Error('there is no resource field');
  return found;
}
