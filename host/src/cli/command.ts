import { CommanderError } from 'commander';
import { asGadgetError } from '../revive-error.ts';
import { addBuildCommand } from './build.ts';
import { addCheckCommand } from './check.ts';
import { exitCodeOf } from './exit-code.ts';
import { addInspectCommand } from './inspect.ts';
import { addNewCommand } from './new.ts';
import { printError } from './print.ts';
import { createProgram, usageError } from './program.ts';
import { addRunCommand } from './run.ts';
import { addWitCommand } from './wit.ts';

/**
 * The command `gadget`: arguments in, exit code out. Each subcommand loads what it needs when it is called, so that help
 * and wrong arguments are answered at once.
 */
export async function command(argv: readonly string[]): Promise<number> {
  try {
    return await dispatch(argv);
  } catch (thrown) {
    const error = thrown instanceof CommanderError ? usageError(thrown) : asGadgetError(thrown);
    if (error === undefined) return 0;
    printError(error);
    return exitCodeOf(error.code);
  }
}

async function dispatch(argv: readonly string[]): Promise<number> {
  const program = createProgram();
  const outcome = { exitCode: 0 };
  await addRunCommand(program, argv, outcome);
  addInspectCommand(program, outcome);
  addCheckCommand(program, outcome);
  addBuildCommand(program, outcome);
  addNewCommand(program, outcome);
  addWitCommand(program, outcome);
  if (argv.length === 0) {
    program.outputHelp({ error: false });
    return 2;
  }
  await program.parseAsync(argv, { from: 'user' });
  return outcome.exitCode;
}
