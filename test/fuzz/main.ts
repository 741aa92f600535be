/** `npm run fuzz`: has the host read what was mutated at random. Exits with 1 when it did what it must not. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { runCampaign } from './campaign.ts';
import { type Target, targetNamed } from './target.ts';
import { targets } from './targets.ts';
import { attempt } from './worker.ts';

interface Arguments {
  seed?: number;
  count?: number;
  only?: string[];
  replay?: string;
}

const found = join(import.meta.dirname, 'found');

function whole(text: string): number {
  if (!/^\d{1,10}$/.test(text)) throw new InvalidArgumentError('a whole number is expected');
  return Number(text);
}

const options = new Command('npm run fuzz --')
  .description('Has the host read components, rows and texts that were mutated at random.')
  .option('--seed <number>', 'repeats a campaign; default: another one each time', whole)
  .option('--count <number>', 'inputs for each target; default: as many as in the test suite', whole)
  .addOption(new Option('--only <name...>', 'only these targets').choices(targets.map(({ name }) => name)))
  .option('--replay <file>', 'tries the input of a finding, and shows what becomes of it')
  .parse()
  .opts<Arguments>();

async function campaign(target: Target, seed: number, count: number): Promise<boolean> {
  const started = performance.now();
  const onProgress = process.stderr.isTTY
    ? (tried: number) => void process.stderr.write(`\r${target.name}: ${tried} of ${count} `)
    : undefined;
  const outcome = await runCampaign({ target: target.name, seed, count, onProgress });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${target.name}: ${outcome.tried} inputs from seed ${seed} in ${seconds} s`);
  for (const [word, times] of Object.entries(outcome.words).toSorted(([, a], [, b]) => b - a)) {
    console.log(`${String(times).padStart(8)}  ${word}`);
  }
  for (const { index, what, input } of outcome.found) {
    mkdirSync(found, { recursive: true });
    const file = join(found, `${target.name}-${seed}-${index}.${target.extension}`);
    writeFileSync(file, input);
    console.log(`FOUND ${relative(process.cwd(), file)}: ${what}`);
  }
  return outcome.found.length === 0;
}

/** The file's name begins with the target's. */
async function replay(file: string): Promise<void> {
  const longestFirst = targets.toSorted((a, b) => b.name.length - a.name.length);
  const target =
    options.only === undefined
      ? longestFirst.find(({ name }) => basename(file).startsWith(name))
      : targetNamed(targets, options.only[0]!);
  if (target === undefined) throw new RangeError(`say with --only which target ${file} is for`);
  console.log(await attempt(await target.prepare(), readFileSync(file)));
}

if (options.replay !== undefined) await replay(options.replay);
else {
  const seed = options.seed ?? Math.floor(Math.random() * 2 ** 32);
  const chosen =
    options.only === undefined ? targets : options.only.map((name) => targetNamed(targets, name));
  for (const target of chosen) {
    if (!(await campaign(target, seed, options.count ?? target.inSuite))) process.exitCode = 1;
  }
}
