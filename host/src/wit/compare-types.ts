import { addMember, compareFunctions } from './compare-functions.ts';
import { compareMembers, differs, show, type Noun } from './compare-members.ts';
import type { Findings } from './findings.ts';
import type { WitType } from './model.ts';

type Types = ReadonlyMap<string, WitType>;

const nouns: Partial<Record<WitType['kind'], Noun>> = {
  record: 'field',
  variant: 'case',
  enum: 'case',
  flags: 'flag',
};
const kinds: Record<WitType['kind'], string> = {
  record: 'a record',
  variant: 'a variant',
  enum: 'an enum',
  flags: 'flags',
  resource: 'a resource',
  type: 'an alias',
  use: 'a used type',
};

/** Compares the types of an interface or world. `item` is its path; `exported`: whether guests export them. */
export function compareTypes(
  before: Types,
  after: Types,
  item: string,
  exported: boolean,
  findings: Findings,
): void {
  for (const was of before.values()) {
    if (was.unstable) continue;
    const path = `${item}.${was.name}`;
    const is = after.get(was.name);
    if (is === undefined) {
      const alike = [...after.values()].find((each) => !before.has(each.name) && sameType(was, each));
      const hint =
        alike === undefined ? '' : `; \`${alike.name}\` has its shape, but a new name is another type`;
      findings.report(
        'type-removed',
        { item: path },
        was.item,
        `${kindWord(was)} \`${was.name}\` is gone${hint}`,
      );
    } else if (is.unstable) {
      findings.report('made-unstable', { item: path }, is.item, `\`${is.name}\` is now @unstable`);
    } else compareType(was, is, path, exported, findings);
  }
  for (const is of after.values()) {
    if (is.unstable || before.get(is.name)?.unstable === false) continue;
    addMember(is.kind, is.item, `${item}.${is.name}`, exported, findings);
    // What is used is new where it is defined, too, and told there.
    if (exported || is.kind !== 'resource') continue;
    for (const each of is.functions.values()) {
      if (!each.unstable) findings.add(each.kind, `${item}.${is.name}.${each.name}`);
    }
  }
}

function compareType(was: WitType, is: WitType, item: string, exported: boolean, findings: Findings): void {
  if (was.kind === 'use' || is.kind === 'use') {
    if (was.target?.meant === is.target?.meant || was.target?.written === is.target?.written) return;
    const what = `it was ${source(was)} and is ${source(is)}`;
    findings.report('use-changed', { item }, is.item, what);
  } else if (was.kind !== is.kind) {
    findings.report(
      'type-kind-changed',
      { item },
      is.item,
      `it was ${kinds[was.kind]} and is ${kinds[is.kind]}`,
    );
  } else if (was.kind === 'type') {
    if (!differs(was.target, is.target)) return;
    const what = `it stood for ${show(was.target)} and stands for ${show(is.target)}`;
    findings.report('alias-changed', { item }, is.item, what);
  } else if (was.kind === 'resource') compareFunctions(was.functions, is.functions, item, exported, findings);
  else compareMembers(nouns[was.kind]!, was.members, is.members, item, is.item, findings);
}

function source(type: WitType): string {
  return type.kind === 'use' ? show(type.target) : `${kinds[type.kind]} of its own`;
}

function kindWord({ kind }: WitType): string {
  return kinds[kind].replace(/^an? /, '');
}

function sameType(one: WitType, other: WitType): boolean {
  const shape = ({ kind, target, members, functions }: WitType): string =>
    JSON.stringify([
      kind,
      target?.meant,
      members.map(({ name, type }) => [name, type?.meant]),
      [...functions.keys()],
    ]);
  return shape(one) === shape(other);
}
