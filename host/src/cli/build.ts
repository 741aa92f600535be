import type { Command } from 'commander';
import { apiFlag, apiHelp } from './api.ts';
import { examples } from './program.ts';

/** `gadget build`. */
export function addBuildCommand(program: Command, outcome: { exitCode: number }): void {
  program
    .command('build')
    .summary('make a component from a gadget folder')
    .description(
      'Makes a component from the source in a gadget folder (gadget.yaml, and gadget.ts, Cargo.toml or go.mod; or a gadget.wasm that was built elsewhere, which is checked).',
    )
    .argument('<folder>', 'the folder; . is this one')
    .option('-o, --output <file>', 'where the component goes (default: gadget.wasm in the folder)')
    .option(
      '--engine <name>',
      'TypeScript, JavaScript: quickjs, or starlingmonkey, which is larger and slower to build and has more of the web platform (default: as gadget.yaml says, or quickjs)',
    )
    .option(apiFlag, apiHelp)
    .option('--build', 'as root, build also what belongs to another user')
    .addHelpText(
      'after',
      examples([
        ['gadget build ./redact', 'writes redact/gadget.wasm'],
        ['gadget build ./redact -o /tmp/redact.wasm', 'writes it elsewhere'],
        [
          'gadget build ./redact --engine starlingmonkey',
          'for packages that need URL, streams, structuredClone',
        ],
        ['gadget build ./redact --api ~/gadget', 'with the interface and SDK of a checkout'],
      ]),
    )
    .action(
      async (
        folder: string,
        options: { output?: string; engine?: string; api?: string; build?: boolean },
      ) => {
        const { build } = await import('./build-action.ts');
        const { output, engine, api, build: trusted = false } = options;
        outcome.exitCode = await build(folder, { output, engine, api, trusted });
      },
    );
}
