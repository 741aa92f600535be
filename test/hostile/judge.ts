import { isDeepStrictEqual } from 'node:util';
import type { AttackRow, Outcome } from './attacks/row.ts';
import type { Hook, Staged } from './stage.ts';

/** Everything that must be so whatever a gadget did, and is not. */
export function ills(staged: Staged, hook: Hook): string[] {
  const { stats, rows, entered, failures, failure } = staged;
  const found: string[] = [];
  for (const gadget of stats.gadgets) {
    const came = gadget.rowsIn + gadget.rowsAppended + gadget.rowsEmitted;
    const went = gadget.rowsOut + gadget.rowsDiscarded + gadget.rowsFailed;
    if (came !== went) found.push(`${gadget.name}: ${came} rows came, ${went} went`);
  }
  const [attacker, after] = stats.gadgets;
  const early = failure !== undefined && (hook === 'init' || hook === 'start');
  const calm = early ? [] : [{ filename: '/home/***/x' }, { filename: '/home/***/x' }];
  if (!isDeepStrictEqual(rows.calm, calm)) found.push(`the gadget behind let ${shown(rows.calm)} pass`);
  if (after?.dead === true || after?.failures !== 0) found.push('the gadget behind failed');
  if (attacker?.dead === true && entered.lastIndexOf(hook) !== entered.length - 1) {
    found.push(`called again after its trap: ${entered.join(', ')}`);
  }
  for (const each of failures) {
    if (each.hook !== hook) found.push(`a failure of ${each.hook}: ${each.message}`);
  }
  for (const source of stats.sources) {
    const left = source.name === 'calm' ? rows.calm : source.name === 'prey' ? rows.prey : rows.mine;
    if (source.rowsOut !== left.length) found.push(`${source.name}: ${source.rowsOut} rows out`);
  }
  found.push(...staged.harm);
  return found;
}

/** In how far something else came of an attack than should have. */
export function surprises(staged: Staged, hook: Hook, row: AttackRow): string[] {
  const found = outcomeSurprises(staged, hook, row.outcome);
  for (const [source, expected] of Object.entries(row.rows ?? {})) {
    const rows = staged.rows[source as 'prey' | 'mine'];
    const right =
      typeof expected === 'number' ? rows.length === expected : isDeepStrictEqual(rows, [...expected]);
    if (!right) found.push(`${rows.length} rows of ${source}: ${shown(rows)}`);
  }
  if (row.logs !== undefined) {
    const { lines, mostBytes } = row.logs;
    if (staged.logs.length !== lines) found.push(`${staged.logs.length} lines of log`);
    if (staged.logs.some((line) => Buffer.byteLength(line) > mostBytes))
      found.push('a line that is too long');
  }
  return found;
}

/** Whether the attacker fell in the hook; the message names both. */
export function trapped({ failure, stats, failures }: Staged, hook: Hook): boolean {
  return (
    failure?.code === 'E_GADGET_TRAP' &&
    failure.gadget === 'attacker' &&
    failure.message.startsWith(`attacker trapped in ${hook}: `) &&
    stats.gadgets[0]?.dead === true &&
    // What fails in init and start is what run.start() rejects with.
    failures.length === (hook === 'init' || hook === 'start' ? 0 : 1)
  );
}

/** Whether the attacker used up what it may use of something, in the hook. */
function exhausted({ failure, stats }: Staged, hook: Hook, what: 'fuel' | 'memory'): boolean {
  return (
    failure?.code === (what === 'fuel' ? 'E_FUEL' : 'E_MEMORY') &&
    failure.blame === 'guest' &&
    failure.gadget === 'attacker' &&
    failure.details['hook'] === hook &&
    stats.gadgets[0]?.dead === true
  );
}

function outcomeSurprises(staged: Staged, hook: Hook, outcome: Outcome): string[] {
  const { failure, answers } = staged;
  if ('traps' in outcome) {
    return trapped(staged, hook) && outcome.traps.test(failure!.message)
      ? []
      : [`no such trap: ${told(staged)}`];
  }
  if ('exhausts' in outcome) {
    return exhausted(staged, hook, outcome.exhausts) ? [] : [`${outcome.exhausts} lasted: ${told(staged)}`];
  }
  if ('fails' in outcome) {
    const right =
      failure?.code === 'E_GADGET_ERROR' &&
      failure.message.startsWith(`attacker failed in ${hook}: `) &&
      outcome.fails.test(failure.message) &&
      staged.stats.gadgets[0]?.dead === false;
    return right ? [] : [`no such error: ${told(staged)}`];
  }
  const right = failure === undefined && isDeepStrictEqual(answers, [...outcome.answers]);
  return right ? [] : [`not these answers: ${told(staged)}`];
}

function told({ failure, answers }: Staged): string {
  return `${failure?.message.slice(0, 300) ?? 'no failure'}; answers: ${answers.join(' | ').slice(0, 2000)}`;
}

function shown(rows: unknown): string {
  const text = JSON.stringify(rows, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value));
  return text.slice(0, 500);
}
