import type { Command } from 'commander';
import { apiFlag } from './api.ts';
import { examples } from './program.ts';

/** `gadget new`. */
export function addNewCommand(program: Command, outcome: { exitCode: number }): void {
  program
    .command('new')
    .summary('make the folder of a new gadget')
    .description(
      'Makes the folder of a new gadget, which runs at once: gadget.yaml, the gadget, its rule with a test, a README. The last part of the path is its name.',
    )
    .argument('<folder>', 'a folder that is not there yet, or empty')
    .option('-l, --lang <language>', 'js (TypeScript), rust or go', 'js')
    .option(
      apiFlag,
      'use the interface and the SDK of this checkout of the repository (default: the installed ones)',
    )
    .addHelpText(
      'after',
      examples([
        ['gadget new my-gadget', 'a gadget in TypeScript in ./my-gadget'],
        ['gadget new gadgets/my-gadget --lang go', 'one in Go, elsewhere'],
        ['gadget new my-gadget --lang rust --api ~/gadget', 'one to be changed together with the interface'],
      ]),
    )
    .action(async (folder: string, options: { lang: string; api?: string }) => {
      const { makeNew } = await import('./new-action.ts');
      outcome.exitCode = await makeNew(folder, options);
    });
}
