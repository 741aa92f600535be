import { describe, expect, test } from 'vitest';
import { allowed } from './allowed.fixture.ts';
import { breaks, type Break } from './breaks.fixture.ts';
import { comparePackages, type Comparison } from './compare.ts';
import type { Change } from './findings.ts';
import { rules } from './rules.ts';
import { packageFromText } from './text.fixture.ts';

const texts = ({ old, now, oldPackage = 'a:b@1.0.0', nowPackage = 'a:b@1.1.0' }: Break): [string, string] => [
  `package ${oldPackage};\n${old}`,
  `package ${nowPackage};\n${now}`,
];
const compareTexts = (before: string, after: string): Comparison =>
  comparePackages(packageFromText(before, 'old.wit'), packageFromText(after, 'new.wit'));
const names = (changes: readonly Change[]): string[] =>
  changes.map(({ kind, item }) => `${kind} ${item}`).toSorted();
/** Rules about what has a place in the old text only. */
const isGone = /^(interface|world|type|function|export|world-import|world-export)-removed$/;

describe('what breaks', () => {
  test.each(
    breaks.map((each) => ({ ...each, title: `${each.rule} ${each.name ?? ''}`.trim(), texts: texts(each) })),
  )('$title', ({ rule, item, words, hits, texts: [before, after] }) => {
    const { compatible, findings } = compareTexts(before, after);
    expect(compatible).toBe(false);
    const { file, line, ...found } = findings[0]!;
    expect({
      ...found,
      item: found.part === undefined ? found.item : `${found.item}, ${found.part}`,
    }).toMatchObject({
      rule,
      item,
      hits,
      what: expect.stringContaining(words) as string,
      why: expect.stringMatching(/^[A-Z].+\.$/) as string,
      instead: expect.stringMatching(/\S/) as string,
    });
    const inOld = isGone.test(rule);
    expect([file, line]).toEqual([inOld ? 'old.wit' : 'new.wit', rules[rule].about === 'version' ? 1 : 2]);
    expect(findings).toHaveLength(1);
  });

  test('every rule has a case', () => {
    expect(new Set(breaks.map(({ rule }) => rule))).toEqual(new Set(Object.keys(rules)));
  });

  test('all breaks of a package are named at once', () => {
    const body = (kind: string): string =>
      `interface t { enum e { a${kind === 'new' ? ', b' : ''} } type d = ${kind === 'new' ? 'u32' : 'u64'}; }
       interface i { use t.{d, e}; f: func(x: d, y: e); g: func(x: ${kind === 'new' ? 'u8' : 'd'}) -> d; }`;
    const { findings } = compareTexts(
      `package a:b@1.0.0; ${body('old')}`,
      `package a:b@1.1.0; ${body('new')}`,
    );
    // What uses a changed type is not named again.
    expect(findings.map(({ rule, item }) => `${rule} ${item}`)).toEqual([
      'case-added a:b/t.e',
      'alias-changed a:b/t.d',
      'param-type-changed a:b/i.g',
    ]);
  });
});

describe('what is allowed', () => {
  test.each(allowed)('$name', (each) => {
    const before = `package a:b@${each.from ?? '1.0.0'};\n${each.old}`;
    const comparison = compareTexts(before, `package a:b@${each.to ?? '1.1.0'};\n${each.now}`);
    expect(comparison).toMatchObject({ findings: [], compatible: true, leastVersion: each.leastVersion });
    expect(names(comparison.added)).toEqual(each.added ?? []);
    expect(names(comparison.deprecated)).toEqual(each.deprecated ?? []);
    expect(comparison.allowed.map(({ rule }) => rule)).toEqual(each.allowed ?? []);
  });
});
