import type { WitItem } from '../../host/src/wit/item.ts';
import { failureClauses, withoutFailures } from '../wit/failures.ts';
import type { Links, Place } from './links.ts';
import { code, firstSentence, table } from './markdown.ts';
import {
  anchorOf,
  type Reference,
  type ReferenceFunction,
  type ReferenceInterface,
  sinceOf,
} from './reference.ts';
import { languages } from './sdk-check.ts';
import type { SdkName, SdkNames } from './sdk-names.ts';

/** What a page is made from. */
export interface PageSource {
  reference: Reference;
  links: Links;
  sdkNames: Readonly<Record<string, SdkNames>>;
}

/** The page of one interface, not yet formatted. */
export function interfacePage(shown: ReferenceInterface, source: PageSource): string {
  const place: Place = { interface: shown };
  const side = shown.direction === 'import' ? 'The host answers it.' : 'The gadget exports it.';
  const { reference, links } = source;
  const free = shown.functions.filter(({ resource }) => resource === undefined);
  return [
    `<!-- Made from wit/gadget-api/${shown.name}.wit by \`npm run gen\`; edit the WIT instead. -->`,
    `[${reference.name} ${reference.version}](README.md) / ${shown.name}`,
    `# Interface ${code(shown.name)}`,
    links.linked(shown.item.doc, place),
    `${side} Since ${sinceOf(shown.item)}.`,
    ...contents(shown, source),
    ...section(
      'Types',
      shown.types.map((item) => typeSection(item, place, links)),
    ),
    ...shown.resources.flatMap((item) => [
      `## Resource ${code(item.name)}`,
      links.linked(item.doc, { ...place, resource: item.name }),
      `Since ${sinceOf(item)}.`,
      ...shown.functions
        .filter(({ resource }) => resource === item.name)
        .map((each) => functionSection(each, place, source)),
    ]),
    ...section(
      'Functions',
      free.map((each) => functionSection(each, place, source)),
    ),
  ].join('\n\n');
}

function section(title: string, parts: readonly string[]): string[] {
  return parts.length === 0 ? [] : [`## ${title}`, ...parts];
}

function contents({ types, functions, ...rest }: ReferenceInterface, { links }: PageSource): string[] {
  const place: Place = { interface: { types, functions, ...rest } };
  const plain = (doc: string, at: Place): string => links.linked(firstSentence(doc), at);
  const rows = [
    ...types.map((item) => [`[${code(item.name)}](#${anchorOf(item.name)})`, plain(item.doc, place)]),
    ...functions.map((each) => [
      `[${code(each.title)}](#${anchorOf(each.title)})`,
      plain(each.item.doc, { ...place, resource: each.resource, function: each }),
    ]),
  ];
  return rows.length === 0 ? [] : [table(['On this page', ''], rows)];
}

const parts = { record: 'Field', variant: 'Case', enum: 'Case', flags: 'Flag' } as const;

function typeSection(item: WitItem, place: Place, links: Links): string {
  const lines = [
    `### ${code(item.name)}`,
    `${item.kind[0]!.toUpperCase()}${item.kind.slice(1)}, since ${sinceOf(item)}.`,
    links.linked(item.doc, place),
  ];
  if (item.kind in parts) {
    const rows = item.children.map((part) => [
      code(part.kind === 'field' ? `${part.name}: ${part.text}` : `${part.name}${part.text}`),
      links.linked(part.doc, place),
    ]);
    lines.push(table([parts[item.kind as keyof typeof parts], 'Meaning'], rows));
  } else lines.push(`\`\`\`wit\ntype ${item.name} = ${item.text};\n\`\`\``);
  return lines.join('\n\n');
}

function functionSection(
  each: ReferenceFunction,
  around: Place,
  { reference, links, sdkNames }: PageSource,
): string {
  const { item, title, key, resource } = each;
  const place: Place = { ...around, resource, function: each };
  const prefix = item.kind === 'static' ? 'static ' : '';
  const signature =
    item.kind === 'constructor' ? `constructor${item.text}` : `${item.name}: ${prefix}${item.text}`;
  const failures = failureClauses(item.doc).map(({ error, when }) => [
    `[${code(error)}](${links.error()})`,
    links.linked(when === '' ? meaningOf(error, reference) : when, place),
  ]);
  const names = sdkNames[key];
  return [
    `### ${code(title)}`,
    `\`\`\`wit\n${signature};\n\`\`\``,
    `Since ${sinceOf(item)}.`,
    links.linked(withoutFailures(item.doc), place),
    ...(failures.length > 0 ? [table(['Fails with', 'When'], failures)] : []),
    ...(names === undefined
      ? []
      : [table(['TypeScript', 'Rust', 'Go'], [languages.map((language) => nameCell(names[language]))])]),
  ].join('\n\n');
}

/** What an error means of which the comment says no more. */
function meaningOf(error: string, reference: Reference): string {
  const cases = reference.interfaces.flatMap(({ types }) => types).find(({ name }) => name === 'api-error');
  const text = firstSentence(cases?.children.find(({ name }) => name === error)?.doc ?? '');
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function nameCell(name: SdkName): string {
  if ('inside' in name) return `by itself, ${name.inside}`;
  if ('raw' in name) return `raw binding only: ${name.raw}`;
  return name.map(code).join(', ');
}
