import { isatty } from 'node:tty';
import { clean } from '../clean.ts';
import { say, writeStderr } from './print.ts';

/** After this long, who waits is told what for. Milliseconds. */
const patienceMs = 1000;

/**
 * Says that something is being built once it takes longer than a second: counting seconds on a terminal, one line
 * elsewhere. Call what it gives when the building has ended.
 */
export function sayBuilding(what: string): () => void {
  const began = performance.now();
  const terminal = isatty(2);
  let shown = false;
  const timer = setInterval(() => {
    const seconds = Math.floor((performance.now() - began) / 1000);
    if (terminal) writeStderr(`\r\x1b[Kbuilding ${clean(what)} … ${seconds} s`);
    else if (!shown) say(`building ${what} …`);
    shown = true;
  }, patienceMs);
  return () => {
    clearInterval(timer);
    if (shown && terminal) writeStderr('\r\x1b[K');
  };
}
