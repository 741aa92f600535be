/** The thread in which `gadget inspect --init` calls a gadget's init. */
import { once } from 'node:events';
import { parentPort } from 'node:worker_threads';
import { type DeclareOptions, declareGadget, type Declaration } from '../run/declare.ts';
import { type ErrorRecord, errorRecord } from '../revive-error.ts';
import { type CallMemory, callWatch } from './call-clock.ts';
import { logLine } from './log-line.ts';
import { say } from './print.ts';

/** What the thread gets as its first message. */
export interface DeclareThreadInput {
  options: DeclareOptions;
  calls: CallMemory;
}

/** What the thread answers, once. */
export type DeclareThreadMessage =
  | {
      kind: 'declared';
      declaration: Omit<Declaration, 'incomplete'> & { incomplete: ErrorRecord | undefined };
    }
  | { kind: 'error'; error: ErrorRecord };

process.env = { ...process.env };
const [{ options, calls }] = (await once(parentPort!, 'message')) as [DeclareThreadInput];
const watch = callWatch(calls);

function answer(message: DeclareThreadMessage): void {
  parentPort!.postMessage(message);
}

watch.enter(-1, 'load', performance.now());
try {
  const declaration = await declareGadget({
    ...options,
    watch,
    onLog: (record) => say(logLine(record)),
  });
  const { incomplete } = declaration;
  answer({
    kind: 'declared',
    declaration: {
      ...declaration,
      incomplete: incomplete === undefined ? undefined : errorRecord(incomplete),
    },
  });
} catch (error) {
  answer({ kind: 'error', error: errorRecord(error) });
}
process.exit(0);
