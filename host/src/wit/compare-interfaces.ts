import { compareFunctions } from './compare-functions.ts';
import { compareTypes } from './compare-types.ts';
import type { Findings } from './findings.ts';
import { isUnstable } from './interface.ts';
import type { WitInterface, WitPackage } from './model.ts';

/** Compares the interfaces of two versions of a package. */
export function compareInterfaces(before: WitPackage, after: WitPackage, findings: Findings): void {
  const exported = exportedBy(before);
  for (const [name, was] of before.interfaces) {
    if (isUnstable(was.item)) continue;
    const item = `${before.name}/${name}`;
    const is = after.interfaces.get(name);
    if (is === undefined) {
      const alike = [...after.interfaces].find(
        ([other, each]) => !before.interfaces.has(other) && names(each) === names(was),
      );
      const hint =
        alike === undefined ? '' : `; \`${alike[0]}\` has its members, but a new name is another interface`;
      findings.report('interface-removed', { item }, was.item, `interface \`${name}\` is gone${hint}`);
    } else if (isUnstable(is.item)) {
      findings.report('made-unstable', { item }, is.item, `interface \`${name}\` is now @unstable`);
    } else compareInterface(was, is, item, exported.has(name), findings);
  }
  for (const [name, is] of after.interfaces) {
    const was = before.interfaces.get(name);
    if (isUnstable(is.item) || (was !== undefined && !isUnstable(was.item))) continue;
    findings.add('interface', `${before.name}/${name}`);
  }
}

/** Compares two interfaces of the same name. */
export function compareInterface(
  was: WitInterface,
  is: WitInterface,
  item: string,
  exported: boolean,
  findings: Findings,
): void {
  compareTypes(was.types, is.types, item, exported, findings);
  compareFunctions(was.functions, is.functions, item, exported, findings);
}

/** Interfaces that guests of some world export. One that no world mentions counts as imported, as most are. */
function exportedBy({ worlds }: WitPackage): Set<string> {
  const stable = [...worlds.values()].filter(({ unstable }) => !unstable);
  return new Set(
    stable.flatMap((world) =>
      [...world.exports].flatMap(([name, entry]) => (entry.kind === 'own' && !entry.unstable ? [name] : [])),
    ),
  );
}

function names({ types, functions }: WitInterface): string {
  return JSON.stringify([[...types.keys()], [...functions.keys()]]);
}
