/**
 * Holds wit/frozen and wit/gadget-api against each other: what was released never changes, and what comes fits it. Previews are
 * in the right place, and free.
 */
import { join } from 'node:path';
import { messageOf } from '../host/src/errors.ts';
import { comparePackages } from '../host/src/wit/compare.ts';
import type { Finding } from '../host/src/wit/findings.ts';
import { comparisonText } from '../host/src/wit/comparison-text.ts';
import { readPackage } from '../host/src/wit/read-package.ts';
import { parseWit } from '../host/src/wit/parse.ts';
import { readWit } from '../host/src/wit/read.ts';
import { frozenProblems, frozenVersions, predecessor } from './wit/frozen.ts';
import { goldenHits, readGolden } from './wit/golden-hits.ts';
import { offerOf } from './wit/offer.ts';
import { previewProblems } from './wit/preview.ts';
import { disagreements, secondOpinion } from './wit/second-opinion.ts';

/**
 * Compares `<folder>/gadget-api` with the newest version in `<folder>/frozen`, and each frozen file with its hash; looks
 * whether `<folder>/preview` holds previews. Prints what it
 * finds; true when all is well. `program` is asked for a second opinion, if it is installed. Throws GadgetError E_WIT for
 * what is not WIT. Golden gadgets, in `golden`, that use what a finding is about are named.
 */
export async function witCompat(
  folder: string,
  print: (line: string) => void,
  program: string = 'wasm-tools',
  golden: string = join(folder, '../golden'),
): Promise<boolean> {
  const [api, frozen] = [join(folder, 'gadget-api'), join(folder, 'frozen')];
  const problems = frozenProblems(frozen);
  const now = await readPackage(api);
  problems.push(...(await previewProblems(join(folder, 'preview'), now)));
  const version = predecessor(frozenVersions(frozen), now.version ?? '0.0.0');
  if (version === undefined) {
    const free = `no version is frozen yet: ${api} may change freely until npm run wit:freeze`;
    [...problems, free].forEach(print);
    return problems.length === 0;
  }
  const before = await readPackage(join(frozen, version));
  if (before.version !== version) problems.push(`${join(frozen, version)}: its text says ${before.version}`);
  problems.forEach(print);
  const comparison = comparePackages(before, now);
  print(comparisonText(comparison).trimEnd());
  if (comparison.findings.length > 0)
    hitGolden(comparison.findings, join(frozen, version), golden).forEach(print);
  const opinions = secondOpinion(
    { folder: join(frozen, version), wit: before },
    { folder: api, wit: now },
    program,
  );
  const against = opinions === undefined ? [] : disagreements(comparison, opinions);
  against.forEach(print);
  print(secondLine(opinions?.length, against.length));
  return comparison.compatible && problems.length + against.length === 0;
}

/** Which golden gadgets each finding hits. */
function hitGolden(findings: readonly Finding[], before: string, golden: string): string[] {
  const offer = offerOf(readWit(before).map(({ path, text }) => parseWit(text, path)));
  const gadgets = readGolden(golden);
  return findings.flatMap((finding) => {
    const hit = goldenHits(finding, offer, gadgets);
    return hit.length === 0 ? [] : [`${finding.item} is used by these golden gadgets: ${hit.join(', ')}`];
  });
}

function secondLine(worlds: number | undefined, against: number): string {
  if (worlds === undefined) return 'no second opinion: wasm-tools is not installed';
  return against > 0 ? 'wasm-tools says otherwise' : `wasm-tools agrees, over ${worlds} worlds`;
}

if (import.meta.main) {
  // Who reads the first lines only, as head does, has seen enough.
  process.stdout.on('error', () => {});
  try {
    process.exitCode = (await witCompat('wit', (line) => console.log(line))) ? 0 : 1;
  } catch (error) {
    console.error(messageOf(error));
    process.exitCode = 2;
  }
}
