/**
 * The thread beside the translator, which itself hears nothing while it works: ends the process when the one that started it
 * has gone.
 */
import { whenParentGoes } from './lifeline.ts';
import { lifelineFd } from './transpile-frame.ts';

whenParentGoes(lifelineFd, () => process.kill(process.pid, 'SIGKILL'));
// Nothing else keeps this thread.
setInterval(() => {}, 2 ** 30);
