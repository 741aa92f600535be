/** `npm run soak`: rows flow for a long time through gadgets that fail in every way. Exits with 1 when anything is wrong. */
import { Command, InvalidArgumentError } from 'commander';
import { attacker } from '../hostile/components.ts';
import { soak } from './soak.ts';

function whole(text: string): number {
  if (!/^\d{1,10}$/.test(text)) throw new InvalidArgumentError('a whole number is expected');
  return Number(text);
}

const { seed, seconds } = new Command('npm run soak --')
  .description(
    'Has rows flow through gadgets of which some do harm, and looks whether all counts are right and nothing grows.',
  )
  .option('--seconds <number>', 'how long', whole, 60)
  .option('--seed <number>', 'repeats who does what; default: another one each time', whole)
  .parse()
  .opts<{ seed?: number; seconds: number }>();

const chosen = seed ?? Math.floor(Math.random() * 2 ** 32);
console.log(`seed ${chosen}, ${seconds} seconds`);
const soaked = await soak({
  attacker: await attacker(),
  seed: chosen,
  seconds,
  onRound: (index, { misdeeds, sent, ills }, { rssMib, threads, files }) => {
    const harm = misdeeds.map(({ attack, every, isolation }) => `${attack} (${isolation}, 1 of ${every})`);
    const burden = `${Math.round(rssMib)} MiB, ${threads} threads, ${files} files`;
    console.log(`round ${index}: ${harm.join('; ')}: ${sent} rows; ${burden}`);
    for (const ill of ills) console.log(`WRONG ${ill}`);
  },
});
const { ills, ...summary } = soaked;
console.log(JSON.stringify(summary, undefined, 2));
for (const ill of ills) console.log(`WRONG ${ill}`);
console.log(
  ills.length === 0 ? 'all counts are right, and nothing has grown' : `${ills.length} things are wrong`,
);
process.exitCode = ills.length === 0 ? 0 : 1;
