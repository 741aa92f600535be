import { Command, type CommanderError } from 'commander';
import { readFileSync } from 'node:fs';
import { GadgetError } from '../errors.ts';
import { exitCodes } from './exit-code.ts';
import { writeStdout } from './print.ts';

/** The command without its subcommands. What is wrong with an argument is thrown, nothing is printed but help. */
export function createProgram(): Command {
  const program = new Command('gadget')
    .description('Runs gadgets: WebAssembly components that read, change, drop and emit rows of events.')
    .version(hostVersion(), '-V, --version', 'print the version of this host')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .usage('<command> [arguments]')
    .exitOverride()
    .configureOutput({ writeOut: writeStdout, writeErr: () => {} })
    .configureHelp({ showGlobalOptions: false })
    .addHelpText('after', examples(programExamples))
    .addHelpText('after', `\n${exitCodeHelp()}`);
  return program;
}

const programExamples: readonly Example[] = [
  ['gadget run processes', "this machine's processes, once"],
  ['gadget new my-gadget --lang rust', 'a gadget of yours to begin with'],
  ['gadget run ./redact --source open=ndjson:events.json -o json', 'a gadget of yours over a file'],
  ['gadget inspect ./redact', 'what it may do, without running it'],
  ['gadget check ./redact', 'whether this host can run it'],
  ['gadget build ./redact -o redact.wasm', 'from source to a component'],
];

/** A command line and what it is for. */
export type Example = readonly [line: string, purpose: string];

/** The part of a help text that shows how it is used. */
export function examples(list: readonly Example[]): string {
  const width = Math.max(...list.map(([line]) => line.length));
  return `\nExamples:\n${list.map(([line, purpose]) => `  ${line.padEnd(width)}  # ${purpose}`).join('\n')}`;
}

function exitCodeHelp(): string {
  const lines = Object.entries(exitCodes).map(([code, meaning]) => `  ${code.padEnd(5)}${meaning}`);
  return `Exit codes:\n${lines.join('\n')}`;
}

/** The version of this package. */
export function hostVersion(): string {
  const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

/** What commander says about wrong arguments, as an error of ours; undefined when it only printed help or version. */
export function usageError(error: CommanderError): GadgetError | undefined {
  if (error.exitCode === 0) return undefined;
  const [message, guess] = error.message.replace(/^error: /, '').split('\n');
  const hint =
    guess === undefined ? 'see gadget --help' : guess.replace(/^\((.*)\)$/, '$1').replace('Did', 'did');
  return new GadgetError('E_USAGE', message!, { hint });
}
