import { compareMembers, differs, show } from './compare-members.ts';
import type { Findings } from './findings.ts';
import type { WitItem } from './item.ts';
import type { WitFunction } from './model.ts';

type Functions = ReadonlyMap<string, WitFunction>;

/**
 * Compares the functions of an interface, resource or world. `item` is its path; `exported`: whether guests export them;
 * `at` has the line of what is gone.
 */
export function compareFunctions(
  before: Functions,
  after: Functions,
  item: string,
  exported: boolean,
  findings: Findings,
): void {
  for (const was of before.values()) {
    if (was.unstable) continue;
    const path = `${item}.${was.name}`;
    const is = after.get(was.name);
    if (is === undefined) {
      const alike = [...after.values()].find((each) => !before.has(each.name) && sameFunction(was, each));
      const hint =
        alike === undefined ? '' : `; \`${alike.name}\` has its shape, but a new name is another function`;
      const rule = exported ? 'export-removed' : 'function-removed';
      findings.report(rule, { item: path }, was.item, `${was.kind} \`${was.name}\` is gone${hint}`);
    } else if (is.unstable) {
      findings.report('made-unstable', { item: path }, is.item, `${is.kind} \`${is.name}\` is now @unstable`);
    } else compareFunction(was, is, path, findings);
  }
  for (const is of after.values()) {
    if (is.unstable || before.get(is.name)?.unstable === false) continue;
    addMember(is.kind, is.item, `${item}.${is.name}`, exported, findings);
  }
}

/** Something new in an interface: fine where guests import it. */
export function addMember(
  kind: string,
  at: WitItem,
  item: string,
  exported: boolean,
  findings: Findings,
): void {
  if (!exported) findings.add(kind, item);
  else {
    const name = item.slice(item.lastIndexOf('.') + 1);
    findings.report('export-grew', { item }, at, `${kind} \`${name}\` is new in what guests export`);
  }
}

/** Compares two functions of the same name. */
export function compareFunction(was: WitFunction, is: WitFunction, item: string, findings: Findings): void {
  if (was.kind !== is.kind) {
    const what = `it was a ${was.kind} and is a ${is.kind}`;
    return findings.report('function-kind-changed', { item }, is.item, what);
  }
  if (was.async !== is.async) {
    const what = was.async ? 'it was async and is not any more' : 'it is async now';
    findings.report('function-async-changed', { item }, is.item, what);
  }
  compareMembers('param', was.params, is.params, item, is.item, findings);
  if (differs(was.result, is.result)) {
    const what = `it answered ${show(was.result)} and now answers ${show(is.result)}`;
    findings.report('result-changed', { item }, is.item, what);
  }
}

function sameFunction(one: WitFunction, other: WitFunction): boolean {
  const shape = ({ kind, async, params, result }: WitFunction): string =>
    JSON.stringify([kind, async, params.map(({ name, type }) => [name, type?.meant]), result?.meant]);
  return shape(one) === shape(other);
}
