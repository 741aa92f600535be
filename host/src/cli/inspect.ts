import type { Command } from 'commander';
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
import { policyFlag, policyHelp } from './policy-flag.ts';
import { previewFlag, previewHelp } from './preview-flag.ts';
import { examples } from './program.ts';
import { append } from './repeatable.ts';

/** What `gadget inspect` was asked. */
export interface InspectArguments {
  init: boolean;
  json: boolean;
  previewApi: boolean;
  api: string | undefined;
  trusted: boolean;
  grants: readonly string[];
  policy: string | undefined;
  bounds: BoundArguments;
  cacheDir: string | false | undefined;
}

interface Options extends BoundArguments {
  init?: boolean;
  output: string;
  previewApi?: boolean;
  api?: string;
  build?: boolean;
  allow?: string[];
  policy?: string;
  cache: boolean;
  cacheDir?: string;
}

/** `gadget inspect`. */
export function addInspectCommand(program: Command, outcome: { exitCode: number }): void {
  program
    .command('inspect')
    .summary('tell what a gadget is and what it may do, without running it')
    .description(
      'Tells what a gadget is and what it may do. Reads its bytes and runs nothing of it, so it is safe for files from anywhere; with --init its init runs, too, in a thread, with the bounds that a run has.',
    )
    .argument(
      '<gadget>',
      'a component, a gadget folder (paths hold a /), or the name of a gadget shipped with this host',
    )
    .option('--init', 'also run init(inspect) and tell which sources and fields it declares')
    .option('-o, --output <format>', 'text or json', 'text')
    .option('--allow <interface>', 'as it would be run with; repeatable', append)
    .option(policyFlag, policyHelp)
    .option(memoryFlag, `as run has it: ${memoryHelp}`)
    .option(fuelFlag, `as run has it: ${fuelHelp}`)
    .option(deadlineFlag, `as run has it: ${deadlineHelp}`, append)
    .option(previewFlag, `with --init: ${previewHelp}`)
    .option(apiFlag, apiHelp)
    .option('--build', 'as root, build also what belongs to another user')
    .option('--cache-dir <folder>', 'where translated components are kept')
    .option('--no-cache', 'keep no translated components, nor compiled code of this command')
    .addHelpText(
      'after',
      examples([
        ['gadget inspect ./redact', 'API versions, permissions, functions, size, digest'],
        ['gadget inspect processes --init', 'also its sources and fields'],
        ['gadget inspect ./unknown.wasm -o json', 'for scripts'],
      ]),
    )
    .action(async (argument: string, options: Options) => {
      const [{ inspect }, { isJson }] = await Promise.all([
        import('./inspect-action.ts'),
        import('./report-format.ts'),
      ]);
      outcome.exitCode = await inspect(argument, {
        init: options.init ?? false,
        json: isJson('inspect', options.output),
        previewApi: options.previewApi ?? false,
        api: options.api,
        trusted: options.build ?? false,
        grants: options.allow ?? [],
        policy: options.policy,
        bounds: options,
        cacheDir: options.cache ? options.cacheDir : false,
      });
    });
}
