import type { Command } from 'commander';
import { apiFlag, apiHelp } from './api.ts';
import { policyFlag, policyHelp } from './policy-flag.ts';
import { previewFlag, previewHelp } from './preview-flag.ts';
import { examples } from './program.ts';
import { append } from './repeatable.ts';

/** What `gadget check` was asked. */
export interface CheckArguments {
  /** The `gadget:api` of the host that is meant; undefined: this one. */
  hostVersion: string | undefined;
  json: boolean;
  /** Of a host that was asked to offer the preview of the next major. */
  previewApi: boolean;
  api: string | undefined;
  trusted: boolean;
  grants: readonly string[];
  policy: string | undefined;
}

interface Options {
  hostVersion?: string;
  output: string;
  previewApi?: boolean;
  api?: string;
  build?: boolean;
  allow?: string[];
  policy?: string;
}

/** `gadget check`. */
export function addCheckCommand(program: Command, outcome: { exitCode: number }): void {
  program
    .command('check')
    .summary('tell whether this host, or an older one, can run a gadget')
    .description(
      'Tells whether a host can run a gadget, interface by interface: what the gadget needs, what answers it, and why not. Reads its bytes and runs nothing of it. Ends with 0 if it can, else as `gadget run` would.',
    )
    .argument(
      '<gadget>',
      'a component, a gadget folder (paths hold a /), or the name of a gadget shipped with this host',
    )
    .option(
      '--host-version <version>',
      'ask for a host with this gadget:api, not newer than this host’s (default: this host)',
    )
    .option('-o, --output <format>', 'text or json', 'text')
    .option('--allow <interface>', 'as it would be run with; repeatable', append)
    .option(policyFlag, policyHelp)
    .option(previewFlag, previewHelp)
    .option(apiFlag, apiHelp)
    .option('--build', 'as root, build also what belongs to another user')
    .addHelpText(
      'after',
      examples([
        ['gadget check ./redact', 'whether it runs here'],
        [
          'gadget check ./redact.wasm --host-version 1.0.0',
          'whether it runs on a host with gadget:api 1.0.0',
        ],
        ['gadget check ./redact -o json', 'for scripts'],
      ]),
    )
    .action(async (argument: string, options: Options) => {
      const [{ check }, { isJson }] = await Promise.all([
        import('./check-action.ts'),
        import('./report-format.ts'),
      ]);
      outcome.exitCode = await check(argument, {
        hostVersion: options.hostVersion,
        json: isJson('check', options.output),
        previewApi: options.previewApi ?? false,
        api: options.api,
        trusted: options.build ?? false,
        grants: options.allow ?? [],
        policy: options.policy,
      });
    });
}
