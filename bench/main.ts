/** `npm run bench`: runs the workloads, prints what they cost. Exits with 1 when one does its work wrongly. */
import { join } from 'node:path';
import { bench } from './command/command.ts';
import { gates } from './gates.ts';
import { picture } from './picture/bars.ts';
import { workloads } from './workloads/index.ts';

const root = join(import.meta.dirname, '..');
process.exitCode = await bench(process.argv.slice(2), { root, workloads, gates, picture });
