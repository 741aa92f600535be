import semver from 'semver';
import { compareFunction } from './compare-functions.ts';
import { compareInterface } from './compare-interfaces.ts';
import { compareTypes } from './compare-types.ts';
import type { Findings } from './findings.ts';
import type { WitPackage, WitWorld, WorldEntry } from './model.ts';

/** Compares the worlds of two versions of a package. */
export function compareWorlds(before: WitPackage, after: WitPackage, findings: Findings): void {
  for (const [name, was] of before.worlds) {
    if (was.unstable) continue;
    const item = `${before.name}/${name}`;
    const is = after.worlds.get(name);
    if (is === undefined) findings.report('world-removed', { item }, was.item, `world \`${name}\` is gone`);
    else if (is.unstable) {
      findings.report('made-unstable', { item }, is.item, `world \`${name}\` is now @unstable`);
    } else compareWorld(was, is, item, findings);
  }
  for (const [name, is] of after.worlds) {
    if (!is.unstable && (before.worlds.get(name)?.unstable ?? true)) {
      findings.add('world', `${before.name}/${name}`);
    }
  }
}

function compareWorld(was: WitWorld, is: WitWorld, item: string, findings: Findings): void {
  compareTypes(was.types, is.types, item, false, findings);
  for (const side of ['import', 'export'] as const) {
    const [old, now] = [was[`${side}s`], is[`${side}s`]];
    for (const [name, before] of old) {
      if (before.unstable) continue;
      const part = partOf(side, name);
      const after = now.get(name);
      if (after === undefined) {
        findings.report(`world-${side}-removed`, { item, part }, before.item, `${part} is gone`);
      } else if (after.unstable) {
        findings.report('made-unstable', { item, part }, after.item, `${part} is now @unstable`);
      } else compareEntry(before, after, { item, part, side }, findings);
    }
    for (const [name, after] of now) {
      if (after.unstable || old.get(name)?.unstable === false) continue;
      const part = partOf(side, name);
      if (name.startsWith('include ')) {
        findings.report('world-include-unknown', { item, part }, after.item, `${part} is new`);
      } else if (side === 'export') {
        findings.report('world-export-added', { item, part }, after.item, `${part} is new`);
      } else findings.add('import', `${item}.${name}`);
    }
  }
}

/** The line of a world as a message shows it. */
function partOf(side: 'import' | 'export', name: string): string {
  return name.startsWith('include ') ? `include \`${name.slice('include '.length)}\`` : `${side} \`${name}\``;
}

function compareEntry(
  was: WorldEntry,
  is: WorldEntry,
  { item, part, side }: { item: string; part: string; side: 'import' | 'export' },
  findings: Findings,
): void {
  if (was.kind !== is.kind) {
    const what = `${part} was ${sorts[was.kind]} and is ${sorts[is.kind]}`;
    findings.report(`world-${side}-changed`, { item, part }, is.item, what);
  } else if (was.function !== undefined && is.function !== undefined) {
    compareFunction(was.function, is.function, `${item}.${was.function.name}`, findings);
  } else if (was.inline !== undefined && is.inline !== undefined) {
    const inner = `${item}/${was.item.name}`;
    compareInterface(was.inline, is.inline, inner, side === 'export', findings);
  } else if (side === 'import' && isLower(is.version, was.version)) {
    const what = `${part} was version ${was.version} and is ${is.version}`;
    findings.report('world-import-lowered', { item, part }, is.item, what);
  }
}

const sorts: Record<WorldEntry['kind'], string> = {
  own: 'an interface of the package',
  foreign: 'of another package',
  function: 'a function',
  inline: 'an interface within the world',
};

function isLower(one: string | undefined, other: string | undefined): boolean {
  if (semver.valid(one) === null || semver.valid(other) === null) return false;
  return semver.lt(one!, other!);
}
