import { Command, InvalidArgumentError, Option } from 'commander';
import { didYouMean } from '../../host/src/suggest.ts';
import { type Extra, extras } from '../workload.ts';

/** What is asked of the bench. Names are checked later, as which there are depends on what is asked. */
export interface Arguments {
  only?: string[];
  rounds: number;
  long?: boolean;
  /** Peers that take minutes to build. */
  with?: Extra[];
  json?: string;
  list?: boolean;
  gate?: boolean;
  record?: boolean;
  history?: boolean;
  /** A file. */
  picture?: string;
  /** A commit, in any way that git can name it. */
  compare?: string;
}

const examples: readonly (readonly [line: string, purpose: string])[] = [
  ['npm run bench', 'everything but what takes minutes'],
  ['npm run bench -- --only first-row,rows-redact --rounds 9', 'some of it, more exactly'],
  ['npm run bench -- --only event-redact,rows-redact --with wasmtime', 'beside a host on wasmtime'],
  ['npm run bench -- --compare HEAD~3 --only rows-redact', 'what changed since that commit'],
  ['npm run bench -- --only rows-redact,event-redact --gate', 'is it still as fast as it must be?'],
  ['npm run bench -- --only event-redact --picture out.svg', 'bars'],
  ['npm run bench -- --long --json out.json --record', 'everything, kept for this release'],
  ['npm run bench -- --history --only first-row', 'the releases side by side'],
];

/**
 * Reads what follows the command's name. Help, and what is wrong, has been printed when it throws; the CommanderError
 * has the exit code.
 */
export function readArguments(argv: readonly string[]): Arguments {
  const elsewhere = ['list', 'history', 'compare'];
  return new Command('npm run bench --')
    .description(
      'Measures named workloads. Each proves what it does before it is timed; a false result is a failure.',
    )
    .option('--only <names>', 'these workloads, separated by commas', namesOf)
    .addOption(
      new Option('--rounds <number>', 'how often each variant is measured; some take fewer')
        .default(3)
        .argParser(roundsOf),
    )
    .option('--long', 'also what takes minutes')
    .addOption(
      new Option('--with <peers>', `also peers that take minutes to build: ${extras.join(', ')}`)
        .argParser(extrasOf)
        .conflicts(['history', 'compare']),
    )
    .option('--json <file>', 'write everything that was measured to a file')
    .addOption(new Option('--gate', 'hold ratios against bench/gates.ts').conflicts(elsewhere))
    .addOption(
      new Option('--picture <file>', 'draw the bars of bench/picture/bars.ts as SVG').conflicts(elsewhere),
    )
    .addOption(
      new Option('--record', "keep best and median as this version's, in bench/history/").conflicts(
        elsewhere,
      ),
    )
    .addOption(
      new Option('--history', 'show what was recorded of all versions, and measure nothing').conflicts([
        'list',
        'compare',
        'json',
      ]),
    )
    .addOption(
      new Option('--compare <commit>', 'measure that commit and this checkout in turns').conflicts('list'),
    )
    .addOption(new Option('--list', 'list the workloads').conflicts('json'))
    .allowExcessArguments(false)
    .addHelpText('after', exampleText())
    .exitOverride()
    .parse(argv, { from: 'user' })
    .opts<Arguments>();
}

function namesOf(text: string): string[] {
  const names = text.split(',').map((name) => name.trim());
  if (names.every((name) => name !== '')) return names;
  throw new InvalidArgumentError('Write names with a comma between two.');
}

function extrasOf(text: string): Extra[] {
  return namesOf(text).map((name) => {
    const extra = extras.find((each) => each === name);
    if (extra !== undefined) return extra;
    const hint = didYouMean(name, extras) ?? `there is ${extras.join(', ')}`;
    throw new InvalidArgumentError(`There is no peer ${name}: ${hint}.`);
  });
}

function roundsOf(text: string): number {
  if (/^[1-9]\d{0,2}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Write a whole number from 1 to 999.');
}

function exampleText(): string {
  const width = Math.max(...examples.map(([line]) => line.length));
  return `\nExamples:\n${examples.map(([line, purpose]) => `  ${line.padEnd(width)}  # ${purpose}`).join('\n')}`;
}
