import { matchesGlob } from 'node:path';
import { type Case, has, type Language } from './case.ts';
import { differences } from './compare.ts';
import type { Host } from './host.ts';
import { runCase } from './run-case.ts';

/** One case in one language on one host. */
export interface Cell {
  each: Case;
  language: Language;
  host: Host;
}

/** How a {@link Cell} went. */
export type Outcome =
  | { result: 'passed' }
  | { result: 'failed'; why: readonly string[] }
  /** It fails, and gaps.json says so. */
  | { result: 'gap'; reason: string };

/** Known gaps: by host, by language or `*`, by case, a pattern such as `timer-*`; and the reason. */
export type Gaps = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>;

/** The cells that there are of these cases, hosts and languages. */
export function cellsOf(
  cases: readonly Case[],
  hosts: readonly Host[],
  languages: readonly Language[],
): Cell[] {
  return hosts.flatMap((host) =>
    languages
      .filter((language) => host.languages.includes(language))
      .flatMap((language) =>
        cases
          .filter((each) => has(each, language) && (each.costly === undefined || host.costly === true))
          .map((each) => ({ each, language, host })),
      ),
  );
}

/** Runs a cell. A gap that works fails: it is to be taken out of the list. */
export async function runCell({ each, language, host }: Cell, gaps: Gaps): Promise<Outcome> {
  const why = await attempt(each, language, host);
  const reason = gapOf(gaps, host.name, language, each.name);
  if (reason === undefined) return why.length === 0 ? { result: 'passed' } : { result: 'failed', why };
  if (why.length > 0) return { result: 'gap', reason };
  return {
    result: 'failed',
    why: [`this works now: take it out of gaps.json, where it says ${JSON.stringify(reason)}`],
  };
}

/** Why it failed; nothing unless it did. */
export function problemsOf(outcome: Outcome): readonly string[] {
  return outcome.result === 'failed' ? outcome.why : [];
}

async function attempt(each: Case, language: Language, host: Host): Promise<readonly string[]> {
  try {
    return differences(each, await runCase(each, language, host));
  } catch (error) {
    return [error instanceof Error ? (error.stack ?? error.message) : String(error)];
  }
}

function gapOf(gaps: Gaps, host: string, language: Language, caseName: string): string | undefined {
  for (const listed of [gaps[host]?.[language], gaps[host]?.['*']])
    for (const [pattern, reason] of Object.entries(listed ?? {}))
      if (matchesGlob(caseName, pattern)) return reason;
  return undefined;
}
