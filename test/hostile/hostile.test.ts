import { beforeAll, describe, expect, test } from 'vitest';
import { offer } from '../../host/src/generated/offer.ts';
import { rustTests } from '../support/rust.ts';
import { abiAttacks } from './attacks/abi.ts';
import { floodAttacks } from './attacks/floods.ts';
import { limitAttacks } from './attacks/limits.ts';
import { misuseAttacks } from './attacks/misuse.ts';
import type { AttackRow } from './attacks/row.ts';
import { trapAttacks } from './attacks/traps.ts';
import { shownAttacks } from './attacks/shown.ts';
import { attacker, buildMs, lifecycleOnly, redact } from './components.ts';
import { type Exception, referenceExceptions } from './exceptions.ts';
import { gaps } from './gaps.ts';
import { ills, surprises, trapped } from './judge.ts';
import { type Hook, hooks, type Staged, stage, type Way } from './stage.ts';

const rows: readonly AttackRow[] = [
  ...abiAttacks,
  ...trapAttacks,
  ...misuseAttacks,
  ...limitAttacks,
  ...floodAttacks,
];

/** Of a family of hundreds. */
const rowMs = 180_000;

describe.runIf(rustTests)('a hostile gadget', () => {
  let components: { attacker: Uint8Array; after: Uint8Array };
  let listed: Staged;
  const names = (): string[] => listed.answers;
  const needed = new Set<Exception>();

  beforeAll(async () => {
    components = { attacker: await attacker(), after: await redact() };
    listed = await stage({ ...components, attack: 'list', hook: 'on-packet', way: 'direct' });
  }, buildMs);

  test('attacks every function of gadget:api', () => {
    const called = listed.logs.flatMap((line) => /^function (.*)$/.exec(line)?.[1] ?? []);
    const offered = offer
      .filter(({ direction }) => direction === 'import')
      .flatMap((each) => {
        const resources = each.resources.map((name) => `[resource-drop]${name}`);
        const functions = [...each.functions.map(({ name }) => name), ...resources];
        return functions.map((name) => `${each.package}/${each.interface}@${each.version}#${name}`);
      });
    expect(called.toSorted()).toEqual(offered.toSorted());
  });

  test('has an outcome for every attack, once for each hook, and nothing else', () => {
    const claims = new Map<string, number>();
    const claim = (key: string): void => void claims.set(key, (claims.get(key) ?? 0) + 1);
    for (const row of rows) {
      const matching = names().filter((name) => matches(row.attack, name));
      expect(matching, String(row.attack)).not.toEqual([]);
      for (const name of matching) {
        for (const hook of row.hooks ?? ['on-packet']) claim(`${name} in ${hook}, ${row.onFailure}`);
      }
    }
    for (const { attack } of shownAttacks) expect(names()).toContain(attack);
    for (const { attack } of gaps) expect(names()).toContain(attack);
    const untried = gaps.filter(({ where }) => where !== 'reference');
    const elsewhere = [...shownAttacks, ...untried].map(({ attack }) => attack);
    expect(rows.filter((row) => untried.some(({ attack }) => matches(row.attack, attack)))).toEqual([]);
    const unclaimed = names().filter(
      (name) => !elsewhere.includes(name) && !rows.some((row) => matches(row.attack, name)),
    );
    expect(unclaimed).toEqual([]);
    expect([...claims].filter(([, times]) => times > 1)).toEqual([]);
    expect(new Set(names()).size).toBe(names().length);
  });

  describe.each(['direct', 'reference'] as const)('over %s bindings', (way) => {
    const tried = rows.filter((row) => way === 'direct' || !untriedByReference(row));
    test.each(tried.map((row) => [title(row), row] as const))(
      '%s',
      async (_, row) => {
        const problems: string[] = [];
        for (const attack of names().filter((name) => matches(row.attack, name))) {
          for (const hook of row.hooks ?? ['on-packet']) {
            const staged = await stage({ ...row, ...components, attack, hook, way });
            const found = [...ills(staged, hook), ...unexpected(staged, attack, hook, way, row, needed)];
            problems.push(...found.map((each) => `${attack} in ${hook}: ${each}`));
          }
        }
        expect(problems).toEqual([]);
      },
      rowMs,
    );
  });

  test('needs every exception of the reference bindings', () => {
    expect(referenceExceptions.filter((exception) => !needed.has(exception))).toEqual([]);
  });
});

describe.runIf(rustTests)('a gadget that exports the lifecycle only', () => {
  test.each(['direct', 'reference'] as const)(
    'is refused packets and ticks, over %s bindings',
    async (way) => {
      const components = { attacker: await lifecycleOnly(), after: await redact() };
      const staged = await stage({ ...components, attack: '', hook: 'init', way });
      expect(ills(staged, 'init')).toEqual([]);
      expect(staged.failure).toBeUndefined();
      expect(staged.logs.map((line) => line.replace(/\("[^"]*"\)/, ''))).toEqual([
        'init subscribe Err(Denied)',
        'init every Err(Denied)',
        'start subscribe Err(NotNow)',
        'start every Err(Denied)',
        'stop subscribe Err(NotNow)',
        'stop every Err(Denied)',
      ]);
    },
    buildMs,
  );
});

function matches(pattern: string | RegExp, name: string): boolean {
  return typeof pattern === 'string' ? pattern === name : pattern.test(name);
}

function untriedByReference(row: AttackRow): boolean {
  return gaps.some(({ attack, where }) => where === 'reference' && matches(row.attack, attack));
}

function title({ attack, hooks: chosen, onFailure }: AttackRow): string {
  const where =
    chosen === hooks ? ', in every hook' : chosen === undefined ? '' : `, in ${chosen.join(', ')}`;
  return `${String(attack)}${where}${onFailure === undefined ? '' : `, ${onFailure}`}`;
}

/** What is unexpected. The reference glue has words of its own for traps, and its exceptions. */
function unexpected(
  staged: Staged,
  attack: string,
  hook: Hook,
  way: Way,
  row: AttackRow,
  needed: Set<Exception>,
): string[] {
  if (way === 'direct') return surprises(staged, hook, row);
  const found = surprises(staged, hook, 'traps' in row.outcome ? { ...row, outcome: { traps: /./ } } : row);
  if (found.length === 0) return [];
  const exception = referenceExceptions.find((each) => each.attack.test(attack));
  const lives = staged.failure === undefined;
  const excused = exception !== undefined && (exception.instead === 'lives' ? lives : trapped(staged, hook));
  if (excused) needed.add(exception);
  return excused ? [] : found;
}
