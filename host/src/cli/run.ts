import type { Command } from 'commander';
import type { FoundGadget } from '../gadget/find.ts';
import { apiFlag, apiHelp } from './api.ts';
import {
  type BoundArguments,
  deadlineFlag,
  deadlineHelp,
  fuelFlag,
  fuelHelp,
  memoryFlag,
  memoryHelp,
} from './bound-flags.ts';
import { addParamFlags, likelyGadgets } from './param-flags.ts';
import { durationForm } from '../duration.ts';
import { GadgetError } from '../errors.ts';
import { policyFlag, policyHelp } from './policy-flag.ts';
import { previewFlag, previewHelp } from './preview-flag.ts';
import { examples } from './program.ts';
import { append } from './repeatable.ts';

/** The flags of `gadget run`, as they were written. */
export interface RunArguments extends BoundArguments {
  source?: string[];
  param?: string[];
  output?: string[];
  fields?: string;
  timeout?: string;
  maxRows?: string;
  onFailure?: string[];
  maxRestarts?: string;
  quarantine?: string;
  replay?: string;
  isolation?: string;
  allow?: string[];
  policy?: string;
  stats?: string | true;
  profile?: string | true;
  interval?: string;
  schema?: string[];
  strict?: boolean;
  batchRows?: string;
  batchMs?: string;
  logLevel: string;
  previewApi?: boolean;
  api?: string;
  build?: boolean;
  cacheDir?: string;
  cache: boolean;
}

/**
 * `gadget run`. Parameters in the gadget.yaml of its gadgets become flags, so those are read before the arguments are
 * understood.
 */
export async function addRunCommand(
  program: Command,
  argv: readonly string[],
  outcome: { exitCode: number },
): Promise<void> {
  const command = program
    .command('run')
    .summary('run a gadget, or several as a chain')
    .description('Runs a gadget, or several as a chain: each gets the rows that the one before it let pass.')
    .argument(
      '[gadgets...]',
      'components, gadget folders (paths hold a /), or names of gadgets shipped with this host',
    )
    .option(
      '-s, --source <[name=]spec>',
      'where rows come from: ndjson:FILE, ndjson:- (standard input), proc:processes, demo:exec; repeatable',
      append,
    )
    .option(
      '-p, --param <[gadget.]key=value>',
      'set a parameter, of every gadget that has it or of one; repeatable',
      append,
    )
    .option(
      '-o, --output <[source:]format>',
      'table, json, jsonpretty, yaml or none, for all sources or one (default: table); repeatable',
      append,
    )
    .option('-F, --fields <names>', 'print these fields, in this order: a,b,source:c')
    .option('--timeout <duration>', 'end the run after this time, such as 5s')
    .option('--max-rows <number>', 'end the run after so many printed rows')
    .option(
      '--on-failure <[gadget=]policy>',
      'what becomes of a packet that a gadget fails on: discard, keep, bypass or stop-run (default: discard, or as gadget.yaml says); repeatable',
      append,
    )
    .option(
      '--max-restarts <number>',
      'how often within a minute a gadget that fell is started again; while it is down its rows do not pass (default: 5; 0: it stays down)',
    )
    .option(
      '--quarantine <folder>',
      'keep each packet that a gadget fails on as a file in this folder, with the parameters (default: none is kept)',
    )
    .option(
      '--replay <file>',
      'give a packet that --quarantine has kept to its gadget again, or to the one that is given here; sources and parameters come from the file',
    )
    .option(memoryFlag, memoryHelp)
    .option(fuelFlag, fuelHelp)
    .option(
      '--isolation <kind>',
      'worker: a thread for each gadget, so that one that loops stops no other; inline: one for all, which starts sooner, and a gadget that loops ends the run (default: worker; inline with a CPU profile)',
    )
    .option(deadlineFlag, deadlineHelp, append)
    .option('--allow <interface>', 'let gadgets import an interface beyond gadget:api; repeatable', append)
    .option(policyFlag, policyHelp)
    .option(
      '--stats [interval]',
      'print counts of every gadget and source at the end, on standard error; with an interval such as 1s so often before, too',
      statsInterval,
    )
    .option(
      '--profile [file.cpuprofile]',
      "print at the end where the gadgets' time went, hook by hook and function by function, on standard error; with a file, write a CPU profile for Chrome or VS Code into it, too",
      profileFile,
    )
    .option('--interval <duration>', 'proc: take a snapshot so often, until the run is ended (default: once)')
    .option(
      '--schema <[source:]field=kind,...>',
      'ndjson: the fields to read, such as pid=uint32,comm=text,args=text[] (default: as gadget.yaml says, or learnt from the first rows); repeatable',
      append,
    )
    .option('--strict', 'ndjson: end the run at a line that is not a JSON object (default: count it)')
    .option('--batch-rows <number>', 'ndjson, demo: most rows of a packet (default: 1024)')
    .option('--batch-ms <number>', 'ndjson: longest wait of a row for others, in milliseconds (default: 50)')
    .option('--log-level <level>', 'error, warn, info, debug or trace', 'info')
    .option(previewFlag, previewHelp)
    .option(apiFlag, apiHelp)
    .option('--build', 'as root, build also what belongs to another user')
    .option('--cache-dir <folder>', 'where translated components are kept')
    .option('--no-cache', 'keep no translated components, nor compiled code of this command')
    .addHelpText(
      'after',
      examples([
        ['gadget run processes', "this machine's processes, once"],
        ['gadget run processes --interval 1s', 'every second, until Ctrl-C'],
        ['gadget run ./redact -s open=ndjson:events.json -o json', 'a file through a gadget of yours'],
        ['gadget run ./redact -s ndjson:- -o none --profile', 'where its time goes'],
        ['gadget run ./redact -s ndjson:- --profile=a.cpuprofile', 'also for Chrome or VS Code'],
        ['tail -f log | gadget run ./redact -s ndjson:- -o json --stats 1s', 'counts every second'],
        ['gadget run ./redact -s ndjson:- --quarantine failed', 'keeps what it fails on'],
        ['gadget run --replay failed/FILE.ndjson', 'fails on that again'],
        ['gadget run ./redact --help', 'also lists its parameters'],
        ['tail -f log | gadget run ./a ./b -s ndjson:- -o json', 'standard input through a chain'],
      ]),
    );
  const given: [string, string][] = [];
  const found = new Map<string, FoundGadget>();
  if (argv[0] === 'run' && argv.length > 1) {
    const { findGadget, isPath } = await import('../gadget/find.ts');
    for (const word of likelyGadgets(argv.slice(1), command.options, isPath)) {
      // What can't be found is told once it is known to be meant as a gadget.
      const gadget = await findGadget(word).catch(() => undefined);
      if (gadget !== undefined) found.set(word, gadget);
    }
    addParamFlags(command, [...found.values()], (name, value) => given.push([name, value]));
  }
  command.action(async (gadgets: string[], options: RunArguments) => {
    if (options.replay !== undefined) {
      const { replay } = await import('./replay-action.ts');
      outcome.exitCode = await replay(options.replay, gadgets, options, given);
      return;
    }
    if (gadgets.length === 0) {
      throw new GadgetError('E_USAGE', "missing required argument 'gadgets'", {
        hint: 'see gadget run --help',
      });
    }
    const { run } = await import('./run-action.ts');
    outcome.exitCode = await run(gadgets, options, given);
  });
}

/** A gadget that stands behind `--stats` is not its interval, which is checked later. */
function statsInterval(value: string): string {
  if (value === '' || /^\d/.test(value)) return value;
  throw new GadgetError('E_USAGE', `--stats ${value}: an interval is ${durationForm}`, {
    hint: `if ${value} is a gadget, write it before --stats`,
  });
}

/** A gadget that stands behind `--profile` is not its file. */
function profileFile(value: string): string {
  if (value.endsWith('.cpuprofile')) return value;
  throw new GadgetError('E_USAGE', `--profile ${value}: a CPU profile is a file that ends in .cpuprofile`, {
    hint: `if ${value} is a gadget, write it before --profile`,
  });
}
