/** Where the command begins; `bin/gadget.js` loads it. */
import { keepCompiledCode } from './code-cache.ts';
import { startThreadAhead } from './thread.ts';

const argv = process.argv.slice(2);
if (!argv.includes('--no-cache')) keepCompiledCode();
// Whether it is right is not known yet, but the thread takes as long to start as finding out.
if (argv[0] === 'run' && argv.length > 1 && !argv.some((word) => word === '--help' || word === '-h')) {
  startThreadAhead('run-thread');
}
const { command } = await import('./command.ts');
process.exitCode = await command(argv);
