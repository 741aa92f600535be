import type { Findings } from './findings.ts';
import type { WitItem } from './item.ts';
import type { Member, TypeText } from './model.ts';

/** What the members of a list are called. */
export type Noun = 'param' | 'field' | 'case' | 'flag';

const words: Record<Noun, string> = { param: 'parameter', field: 'field', case: 'case', flag: 'flag' };
const retyped = {
  param: 'param-type-changed',
  field: 'field-type-changed',
  case: 'case-payload-changed',
  flag: 'case-payload-changed',
} as const;

/** Compares lists in which order, names and types count. `at` has the line of what is gone. */
export function compareMembers(
  noun: Noun,
  before: readonly Member[],
  after: readonly Member[],
  item: string,
  at: WitItem,
  findings: Findings,
): void {
  const old = new Map(before.map((member) => [member.name, member]));
  const now = new Map(after.map((member) => [member.name, member]));
  const renamed = new Set<Member>();
  const word = words[noun];
  before.forEach((was, i) => {
    const is = after[i];
    if (is === undefined || now.has(was.name) || old.has(is.name) || was.type?.meant !== is.type?.meant)
      return;
    renamed.add(was).add(is);
    const part = `${word} \`${was.name}\``;
    findings.report(`${noun}-renamed`, { item, part }, is.item, `${part} is now called \`${is.name}\``);
  });
  for (const was of before) {
    if (renamed.has(was)) continue;
    const part = `${word} \`${was.name}\``;
    const is = now.get(was.name);
    if (is === undefined) findings.report(`${noun}-removed`, { item, part }, at, `${part} is gone`);
    else if (differs(was.type, is.type)) {
      const what = `${part} was ${show(was.type)} and is ${show(is.type)}`;
      findings.report(retyped[noun], { item, part }, is.item, what);
    }
  }
  for (const is of after) {
    if (renamed.has(is) || old.has(is.name)) continue;
    const part = `${word} \`${is.name}\``;
    findings.report(`${noun}-added`, { item, part }, is.item, `${part} is new`);
  }
  const kept = before.filter(({ name }) => now.has(name)).map(({ name }) => name);
  const order = after.filter(({ name }) => old.has(name)).map(({ name }) => name);
  if (kept.join() !== order.join()) {
    const what = `the ${word}s were ${list(kept)} and are ${list(order)}, in this order`;
    findings.report(`${noun}-reordered`, { item }, at, what);
  }
}

/**
 * Whether this type was changed here. When the text is the same and what it means is not, the change is at the name that
 * it uses, and is told there.
 */
export function differs(was: TypeText | undefined, is: TypeText | undefined): boolean {
  return was?.meant !== is?.meant && was?.written !== is?.written;
}

/** A type in a message; nothing stands for no type at all. */
export function show(type: TypeText | undefined): string {
  return type === undefined ? 'nothing' : `\`${type.written}\``;
}

function list(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}
