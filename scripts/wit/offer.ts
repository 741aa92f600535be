import semver from 'semver';
import type { WitFile, WitItem } from '../../host/src/wit/item.ts';

/** One interface of a package as a component sees it. The shape of host/src/generated/offer.ts. */
export interface OfferedInterface {
  interface: string;
  package: string;
  version: string;
  direction: 'import' | 'export';
  since: string;
  functions: { name: string; since: string }[];
  resources: string[];
}

/**
 * What the worlds of one package import and export, in component-model names, in order of first mention; imports first.
 * Unstable items are left out. Throws when a world names an interface or a world that the files do not have.
 */
export function offerOf(files: readonly WitFile[]): OfferedInterface[] {
  const line = files.find((file) => file.package !== undefined)?.package;
  if (line === undefined) throw new Error('no file has a package line');
  const items = new Map(
    files.flatMap((file) => file.items).map((item) => [`${item.kind} ${item.name}`, item]),
  );
  const need = (key: string, from: WitItem): WitItem => {
    const found = items.get(key);
    if (found === undefined) throw new Error(`${from.file}:${from.line}: there is no ${key}`);
    return found;
  };
  const names = { import: new Map<string, WitItem>(), export: new Map<string, WitItem>() };
  const visit = (world: WitItem): void => {
    for (const member of world.children.filter(isStable)) {
      if (member.kind === 'include') visit(need(`world ${member.name}`, member));
      if (member.kind === 'import' || member.kind === 'export') {
        names[member.kind].set(member.name, need(`interface ${member.name}`, member));
      }
    }
  };
  for (const item of items.values()) if (item.kind === 'world' && isStable(item)) visit(item);
  return (['import', 'export'] as const).flatMap((direction) =>
    [...names[direction].values()].map((item) => ({
      interface: item.name,
      package: line.name,
      version: line.text,
      direction,
      since: sinceOf(item),
      functions: functionsOf(item),
      resources: item.children
        .filter((child) => child.kind === 'resource' && isStable(child))
        .map((child) => child.name),
    })),
  );
}

/** The names of an interface's functions as the component model writes them, with the version each came in. */
function functionsOf(item: WitItem): { name: string; since: string }[] {
  return item.children.filter(isStable).flatMap((child) => {
    if (child.kind === 'function') return [{ name: child.name, since: sinceOf(child) }];
    if (child.kind !== 'resource') return [];
    return child.children.filter(isStable).map((member) => ({
      name:
        member.kind === 'constructor'
          ? `[constructor]${child.name}`
          : `[${member.kind}]${child.name}.${member.name}`,
      since: sinceOf(member),
    }));
  });
}

function isStable(item: WitItem): boolean {
  return !item.gates.some((gate) => gate.kind === 'unstable');
}

function sinceOf(item: WitItem): string {
  const since = item.gates.find((gate) => gate.kind === 'since')?.value ?? '';
  if (semver.valid(since) === null)
    throw new Error(`${item.file}:${item.line}: ${item.name} has no gate with a full version`);
  return since;
}
