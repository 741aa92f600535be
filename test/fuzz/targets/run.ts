import { createRun, type FieldType, type GadgetError, type Run } from '../../../host/src/index.ts';
import { readFileSync } from 'node:fs';
import { sectionIds } from '../../../host/src/component/bounds/sections.ts';
import { checkComponent } from '../../../host/src/component/check.ts';
import { inspectComponent } from '../../../host/src/component/inspect.ts';
import { goldenFiles, goldenReleases } from '../../golden/release.ts';
import {
  allOf,
  type Binary,
  copyOf,
  modulesOf,
  readBinary,
  type Section,
  writeBinary,
} from '../mutate/binary.ts';
import { mutateInPlace, spliced } from '../mutate/bytes.ts';
import { mutateOnce } from '../mutate/component.ts';
import { leb, readLeb } from '../mutate/leb.ts';
import type { Random } from '../random.ts';
import { must, mustBeOfGuest, refusalOf } from '../refusal.ts';
import type { Target } from '../target.ts';
import { webAssembly } from '../../../host/src/component/webassembly.ts';

/** How often something is changed until the component would be run; then it is taken as it is. */
const mostTries = 60;
/** Steps of a call; what loops is to end soon. */
const fuel = 1_000_000;
const limits = { maxMemoryBytes: 16 * 1024 * 1024 };
const schema: Record<string, FieldType> = { pid: 'uint32', filename: 'text', args: 'text[]' };
const rows = [
  { pid: 1, filename: '/home/ann/a.txt', args: ['ls', '-l'] },
  { pid: 2, filename: '/etc/hosts' },
  { filename: '/home/\u{1f600}/', args: [] },
];

/** Components that were mutated and pass every check before translation: translated and run, with fuel and a cap on memory. */
export const run: Target = {
  name: 'run',
  extension: 'wasm',
  inSuite: 20,
  prepare() {
    const seeds = goldenReleases().map((release) =>
      readBinary(readFileSync(release.path(goldenFiles.redact('rust')))),
    );
    return Promise.resolve({
      make: (random) => runnable(random.pick(seeds), random),
      attempt: (input) => runToEnd(input),
    });
  },
};

/** A mutant that differs from its seed and that nothing refuses before it is translated. */
function runnable(seed: Binary, random: Random): Uint8Array {
  const original = writeBinary(seed);
  let bytes = original;
  for (let tries = 0; tries < mostTries; tries++) {
    const mutant = copyOf(seed);
    mutate(mutant, random);
    bytes = writeBinary(mutant);
    if (Buffer.compare(bytes, original) !== 0 && fits(bytes, mutant)) break;
  }
  return bytes;
}

/** Code for the most part, in place: what else there is seldom stays whole. */
function mutate(mutant: Binary, random: Random): void {
  if (random.once(8)) return mutateOnce(random.pick(allOf(mutant)), mutant, random);
  const { sections } = random.pick(modulesOf(mutant).filter(({ sections }) => sections.some(isCode)));
  for (let n = 1 + random.below(8); n > 0; n--) {
    const section = random.once(4) ? random.pick(sections) : sections.find(isCode)!;
    if (section.body instanceof Uint8Array) section.body = mutateNumber(section.body, random);
  }
}

function isCode({ id }: Section): boolean {
  return id === sectionIds.code;
}

/** Another byte, or another number of as many bytes. */
function mutateNumber(body: Uint8Array, random: Random): Uint8Array {
  const at = random.below(body.length);
  const number = readLeb(body, at);
  if (number === undefined || random.once(3)) return mutateInPlace(body, random);
  return spliced(body, at, number.size, leb(random.u32() % 2 ** Math.min(7 * number.size, 32), number.size));
}

function fits(bytes: Uint8Array, mutant: Binary): boolean {
  if (!modulesOf(mutant).every((module) => webAssembly.validate(writeBinary(module)))) return false;
  try {
    return checkComponent(inspectComponent(bytes)).refusals.length === 0;
  } catch (error) {
    refusalOf(error);
    return false;
  }
}

async function runToEnd(bytes: Uint8Array): Promise<string> {
  const failed: GadgetError[] = [];
  let running: Run;
  try {
    running = await createRun({
      gadgets: [{ name: 'mutant', component: bytes }],
      sources: { open: { schema } },
      fuel,
      limits,
      cacheDir: false,
      onFailure: ({ error }) => void failed.push(error),
    });
  } catch (error) {
    return refusalOf(error);
  }
  const failures = new Set<string>();
  const reading = readAll(running);
  const started = await running.start().then(
    () => true,
    (error: unknown) => void failures.add(refusalOf(error)),
  );
  if (started === true) {
    const input = running.source('open');
    await input.push(rows);
    await input.push(rows.toReversed());
  }
  const { failure, stats } = await running.close();
  await reading;
  if (failure !== undefined) failures.add(refusalOf(failure));
  for (const error of failed) if (error.cause !== undefined) mustBeOfGuest(error.cause);
  for (const { name, failures: times, dead, ...counts } of stats.gadgets) {
    const came = counts.rowsIn + counts.rowsAppended + counts.rowsEmitted;
    const went = counts.rowsOut + counts.rowsDiscarded + counts.rowsFailed;
    must(came === went, `${name}: ${came} rows came, ${went} went`);
    must((counts.memoryBytes ?? 0) <= limits.maxMemoryBytes, `${name} has ${counts.memoryBytes} bytes`);
    if (times > 0 || dead) failures.add(dead ? 'dead' : 'a failed call');
  }
  return failures.size === 0 ? 'ran' : `ran: ${[...failures].toSorted().join(', ')}`;
}

/** Every row that leaves the chain can be looked at. */
async function readAll(running: Run): Promise<void> {
  for await (const packet of running.output('open')) {
    for (const row of packet.rows()) JSON.stringify(row);
  }
}
