/** Where the command begins; `bin/gadget.js` loads it. */
import { keepCompiledCode } from './code-cache.ts';

const argv = process.argv.slice(2);
if (!argv.includes('--no-cache')) await keepCompiledCode();
const { command } = await import('./command.ts');
process.exitCode = await command(argv);
