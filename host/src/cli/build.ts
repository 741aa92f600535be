import type { Command } from 'commander';
import { examples } from './program.ts';

/** `gadget build`. */
export function addBuildCommand(program: Command, outcome: { exitCode: number }): void {
  program
    .command('build')
    .summary('make a component from a gadget folder')
    .description(
      'Makes a component from the source in a gadget folder (gadget.yaml, and gadget.ts, Cargo.toml or go.mod).',
    )
    .argument('<folder>', 'the folder; . is this one')
    .option('-o, --output <file>', 'where the component goes (default: gadget.wasm in the folder)')
    .option('--build', 'as root, build also what belongs to another user')
    .addHelpText(
      'after',
      examples([
        ['gadget build ./redact', 'writes redact/gadget.wasm'],
        ['gadget build ./redact -o /tmp/redact.wasm', 'writes it elsewhere'],
      ]),
    )
    .action(async (folder: string, options: { output?: string; build?: boolean }) => {
      const { build } = await import('./build-action.ts');
      outcome.exitCode = await build(folder, { output: options.output, trusted: options.build ?? false });
    });
}
