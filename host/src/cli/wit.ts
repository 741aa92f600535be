import type { Command } from 'commander';
import { GadgetError } from '../errors.ts';
import { didYouMean } from '../suggest.ts';
import { examples } from './program.ts';

/** `gadget wit` and what is below it. */
export function addWitCommand(program: Command, outcome: { exitCode: number }): void {
  const wit = program
    .command('wit')
    .summary('tell what changed between two versions of an interface in WIT')
    .description('About interfaces written in WIT, of gadget:api or anybody else.')
    .usage('<command> [arguments]')
    .helpCommand(false)
    .addHelpText(
      'after',
      examples([
        ['gadget wit compat frozen/1.0.0 wit', 'what breaks, and which version fits'],
        ['gadget wit compat old.wit new.wit -o json', 'for scripts'],
      ]),
    )
    .allowExcessArguments()
    .action(() => {
      const [word] = wit.args;
      if (word !== undefined) {
        throw new GadgetError('E_USAGE', `wit has no command ${word}`, {
          hint: didYouMean(word, ['compat']) ?? 'see gadget wit --help',
        });
      }
      wit.outputHelp({ error: false });
      outcome.exitCode = 2;
    });
  wit
    .command('compat')
    .summary('name what breaks between two versions of a package')
    .description(
      'Compares two versions of a package and names everything that breaks: what was built against the old one, or the hosts made for it. Exits with 0 when nothing does, or when the version says so: another major, before 1.0.0 another minor, a pre-release. Exits with 1 when something breaks or the version does not fit, and with 2 when a text is not WIT.',
    )
    .argument('<old>', 'a .wit file, or a folder with .wit files of one package')
    .argument('<new>', 'the same, later')
    .option('-o, --output <format>', 'text or json', 'text')
    .addHelpText(
      'after',
      examples([
        ['gadget wit compat frozen/1.0.0 wit', 'before a release'],
        ['gadget wit compat old.wit new.wit -o json', 'rules, items and places for scripts'],
      ]),
    )
    .action(async (before: string, after: string, options: { output: string }) => {
      const { compareWit } = await import('./wit-action.ts');
      outcome.exitCode = await compareWit(before, after, options.output);
    });
}
