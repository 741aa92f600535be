import { isDeepStrictEqual } from 'node:util';
import type { Case } from './case.ts';
import type { Observation } from './observation.ts';
import { expand, type JsonRow } from './rows.ts';

/** Everything in which a case showed something else than what every language must show; empty when it did. */
export function differences(each: Case, seen: Observation): string[] {
  const { expect } = each;
  const listed = new Set([...Object.keys(expect.packets), ...Object.keys(expect.counts)]);
  const rows = Object.fromEntries(
    Object.entries(seen.packets).flatMap(([source, packets]) =>
      listed.has(source) ? [] : [[source, packets.flat()]],
    ),
  );
  const named = (all: Record<string, number>, names: Record<string, number>): Record<string, number> =>
    Object.fromEntries(Object.keys(names).map((role) => [role, all[role] ?? 0]));
  return [
    ...lines('log', expect.log, seen.log),
    ...whole('rows', mapRows(expect.rows), rows),
    ...Object.entries(expect.packets).flatMap(([source, packets]) =>
      whole(`packets of ${source}`, packets.map(expand), seen.packets[source] ?? []),
    ),
    ...whole('counts', expect.counts, named(seen.counts, expect.counts)),
    ...lines('failures', expect.failures, seen.failures),
    ...whole('error', expect.error, seen.error),
    ...whole('leaked', expect.leaked, seen.leaked),
    ...whole('open', expect.open, named(seen.open, expect.open)),
    ...whole('peak', expect.peak, named(seen.peak, expect.peak)),
    ...lines('warnings', expect.warnings, seen.warnings),
    ...lines('unbalanced', [], seen.unbalanced),
  ];
}

function mapRows(rows: Record<string, JsonRow[]>): Record<string, JsonRow[]> {
  return Object.fromEntries(Object.entries(rows).map(([source, each]) => [source, expand(each)]));
}

function whole(what: string, expected: unknown, seen: unknown): string[] {
  if (isDeepStrictEqual(expected, seen)) return [];
  return [`${what}: expected ${short(expected)}, saw ${short(seen)}`];
}

/** The first lines that are not the same, as long lists are hard to compare by eye. */
function lines(what: string, expected: readonly string[], seen: readonly string[]): string[] {
  const at = Array.from({ length: Math.max(expected.length, seen.length) }, (_, index) => index).filter(
    (index) => expected[index] !== seen[index],
  );
  return at
    .slice(0, 5)
    .map((index) => `${what} ${index + 1}: expected ${shown(expected[index])}, saw ${shown(seen[index])}`);
}

function shown(line: string | undefined): string {
  return line === undefined ? 'nothing' : JSON.stringify(line);
}

function short(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 2000 ? `${text.slice(0, 2000)}… (${text.length} characters)` : text;
}
