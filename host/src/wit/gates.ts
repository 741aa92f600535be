import semver from 'semver';
import type { Findings, Place } from './findings.ts';
import { isUnstable } from './interface.ts';
import type { Gate, ItemKind, WitItem } from './item.ts';
import type { WitPackage } from './model.ts';

/** Parts of a type share its gate. A `use` that gains a name is another line, so it is not asked when it came. */
const gateless: ReadonlySet<ItemKind> = new Set(['case', 'flag', 'field', 'use']);
const functions: ReadonlySet<ItemKind> = new Set(['method', 'static', 'constructor']);
/** Lines of a world: a part of it, and no item of their own. */
const lines: ReadonlySet<ItemKind> = new Set(['import', 'export', 'include']);

/**
 * Compares what two texts say about versions: items that were there keep their `@since`, new ones name a version after the old
 * one, up to the new one. Packages without any gate, or without versions, are not asked for them.
 */
export function compareGates(before: WitPackage, after: WitPackage, findings: Findings): void {
  const [from, to] = [semver.valid(before.version), semver.valid(after.version)];
  if (from === null || to === null || ![...before.items, ...after.items].some(hasGate)) return;
  compare(before.items, after.items, before.name, false);

  function compare(old: readonly WitItem[], now: readonly WitItem[], path: string, newParent: boolean): void {
    const known = new Map(old.map((item) => [key(item), item]));
    for (const item of now) {
      if (gateless.has(item.kind) || isUnstable(item)) continue;
      const place = placeOf(item, path);
      const found = known.get(key(item));
      const was = found !== undefined && isUnstable(found) ? undefined : found;
      if (was === undefined) checkNew(item, place, newParent);
      else checkKept(was, item, place);
      checkDeprecated(was, item, place);
      compare(was?.children ?? [], item.children, place.item, newParent || was === undefined);
    }
  }

  function checkNew(item: WitItem, place: Place, newParent: boolean): void {
    const since = gate(item, 'since');
    if (since === undefined) {
      if (newParent) return;
      findings.report('gate-missing', place, item, `new ${what(item)} has no gate`);
    } else if (!isNew(since.value)) {
      const words = `new ${what(item)} says @since ${since.value}, and the version is ${to}`;
      findings.report('gate-wrong-version', place, item, words);
    }
  }

  function checkKept(was: WitItem, item: WitItem, place: Place): void {
    const [old, now] = [gate(was, 'since')?.value, gate(item, 'since')?.value];
    const name = what(item);
    if (old !== undefined && now === undefined) {
      findings.report('gate-removed', place, item, `${name} said @since ${old} and has no gate now`);
    } else if (old !== now && (old !== undefined || isNew(now!))) {
      const words = `${name} ${old === undefined ? 'was there before' : `said @since ${old}`} and says ${now}`;
      findings.report('gate-changed', place, item, words);
    }
  }

  function checkDeprecated(was: WitItem | undefined, item: WitItem, place: Place): void {
    const now = gate(item, 'deprecated');
    if (now === undefined || (was !== undefined && gate(was, 'deprecated') !== undefined)) return;
    findings.deprecated.push({
      kind: item.kind,
      item: lines.has(item.kind) ? `${place.item}.${nameOf(item)}` : place.item,
    });
    if (isNew(now.value)) return;
    const words = `${what(item)} is now deprecated in ${now.value}, and the version is ${to}`;
    findings.report('gate-wrong-version', place, item, words);
  }

  function isNew(version: string): boolean {
    return semver.valid(version) !== null && semver.gt(version, from!) && semver.lte(version, to!);
  }
}

function gate(item: WitItem, kind: Gate['kind']): Gate | undefined {
  return item.gates.find((each) => each.kind === kind);
}

function hasGate(item: WitItem): boolean {
  return item.gates.length > 0 || item.children.some(hasGate);
}

function placeOf(item: WitItem, path: string): Place {
  if (lines.has(item.kind)) return { item: path, part: what(item) };
  return { item: `${path}${path.includes('/') ? '.' : '/'}${item.name}` };
}

function what(item: WitItem): string {
  return `${item.kind} \`${nameOf(item)}\``;
}

/** Of `run: func()` the name alone. */
function nameOf({ name }: WitItem): string {
  return name.replace(/: .*$/s, '');
}

/** A method that becomes static is the same item, an import that becomes an export is not. */
function key(item: WitItem): string {
  return `${functions.has(item.kind) ? 'method' : item.kind} ${nameOf(item)}`;
}
