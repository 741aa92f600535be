import type { WitFile, WitItem } from '../../host/src/wit/item.ts';
import { offerOf } from '../wit/offer.ts';

/** One function of an interface, free or of a resource. */
export interface ReferenceFunction {
  /** What the reference calls it: `wall`, `data-source.open`. Unique in its interface. */
  title: string;
  /** `clock/wall`: unique in the package. */
  key: string;
  item: WitItem;
  resource: string | undefined;
}

/** One interface as the reference shows it. */
export interface ReferenceInterface {
  name: string;
  /** `import`: the host answers it. `export`: the gadget does. */
  direction: 'import' | 'export';
  item: WitItem;
  /** Records, variants and enums. */
  types: readonly WitItem[];
  resources: readonly WitItem[];
  functions: readonly ReferenceFunction[];
}

/** The package as the reference shows it. */
export interface Reference {
  /** `gadget:api`. */
  name: string;
  version: string;
  doc: string;
  interfaces: readonly ReferenceInterface[];
  worlds: readonly WitItem[];
}

const typeKinds: ReadonlySet<string> = new Set(['type', 'record', 'variant', 'enum', 'flags']);

/** Gathers what files of WIT say; interfaces in the order of the worlds, imports first. Unstable ones are left out. */
export function referenceOf(files: readonly WitFile[]): Reference {
  const line = files.find((file) => file.package !== undefined)?.package;
  if (line === undefined) throw new Error('no file has a package line');
  const items = files.flatMap((file) => file.items);
  return {
    name: line.name,
    version: line.text,
    doc: line.doc,
    interfaces: offerOf(files).map(({ interface: name, direction }) => {
      const item = items.find((each) => each.kind === 'interface' && each.name === name)!;
      const members = item.children.filter(isStable);
      return {
        name,
        direction,
        item,
        types: members.filter((member) => typeKinds.has(member.kind)),
        resources: members.filter((member) => member.kind === 'resource'),
        functions: members.flatMap((member) => functionsOf(name, member)),
      };
    }),
    worlds: items.filter((item) => item.kind === 'world' && isStable(item)),
  };
}

function functionsOf(inside: string, member: WitItem): ReferenceFunction[] {
  const make = (item: WitItem, resource: string | undefined): ReferenceFunction => {
    const title = resource === undefined ? item.name : `${resource}.${item.name}`;
    return { title, key: `${inside}/${title}`, item, resource };
  };
  if (member.kind === 'function') return [make(member, undefined)];
  if (member.kind !== 'resource') return [];
  return member.children.filter(isStable).map((item) => make(item, member.name));
}

function isStable(item: WitItem): boolean {
  return !item.gates.some((gate) => gate.kind === 'unstable');
}

/** The version an item came in. */
export function sinceOf(item: WitItem): string {
  return item.gates.find((gate) => gate.kind === 'since')?.value ?? '';
}

/** The end of a link to a heading, as GitHub makes it. */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_ -]/gu, '')
    .replaceAll(' ', '-');
}
