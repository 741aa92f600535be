import type { CallDeadlines } from '../deadlines.ts';
import { formatDuration } from '../duration.ts';
import { GadgetError } from '../errors.ts';
import { asGadgetError } from '../revive-error.ts';
import { type CallMemory, createCallMemory, Deadline, type Overrun, sharedNow } from './call-clock.ts';
import { exitCodeOf, exitCodeOfSignal } from './exit-code.ts';
import type { RunPlan } from './plan.ts';
import { printError, say } from './print.ts';
import { type ScreenMemory, watchScreen } from './screen.ts';
import { startThread, type ThreadName } from './thread.ts';

/** What the thread of the gadgets gets as its first message. */
export interface RunThreadInput {
  plan: RunPlan;
  calls: CallMemory;
  screen: ScreenMemory;
}

/** What it is told later: the run shall end, what was gathered is printed. */
export type CloseMessage = 'close';
const closeMessage: CloseMessage = 'close';

/** After this long, who waits for a run to end is told how to end it at once. Milliseconds. */
const patienceMs = 1500;
/** A thread that has been told to end and does not is left behind after this. Milliseconds. */
const leaveBehindMs = 2000;

const signals = ['SIGHUP', 'SIGINT', 'SIGTERM'] as const;

/**
 * Runs a plan in a thread of its own and watches it from this one, which stays free: a call that does not return ends the
 * run with E_DEADLINE, the first signal ends it with all that was gathered, the second at once. Gives the exit code.
 */
export async function supervise(plan: RunPlan): Promise<number> {
  const { exitCode, error } = await superviseThread({
    name: 'run-thread',
    gadgets: plan.gadgets.map(({ name }) => name),
    input: (calls, screen): RunThreadInput => ({ plan, calls, screen }),
    closes: true,
    deadlines: plan.gadgets.map(({ deadlines }) => deadlines),
  });
  if (error !== undefined) printError(error);
  if (
    plan.quarantine !== undefined &&
    error?.code === 'E_DEADLINE' &&
    error.details['hook'] === 'on-packet'
  ) {
    say(
      'gadget: the packet was in the thread that was ended, and is not kept; with --isolation worker it is',
    );
  }
  return exitCode;
}

/** How a thread ended. */
export interface ThreadEnding {
  exitCode: number;
  /** Why it had to be ended, or broke. */
  error: GadgetError | undefined;
}

/** A thread that runs gadgets. */
export interface GadgetThread {
  name: ThreadName;
  /** The names of its gadgets, by place. */
  gadgets: readonly string[];
  /** What it gets as its first message. */
  input: (calls: CallMemory, screen: ScreenMemory) => unknown;
  /** Whether it ends by itself when it is told to; else the first signal ends it at once. */
  closes: boolean;
  /** By place, for gadgets that run in this very thread. */
  deadlines: readonly Readonly<CallDeadlines>[];
  onMessage?: (message: unknown) => void;
}

/** Runs a thread until it ends by itself, or has to be ended. */
export function superviseThread(thread: GadgetThread): Promise<ThreadEnding> {
  const { name, gadgets, input, closes, deadlines, onMessage } = thread;
  const calls = createCallMemory();
  const screen = watchScreen();
  const worker = startThread(name, input(calls, screen.memory));
  const { promise, resolve } = Promise.withResolvers<ThreadEnding>();
  const deadline = new Deadline(calls, deadlines, sharedNow());
  let ended = false;
  let signalCode: number | undefined;
  let patience: NodeJS.Timeout | undefined;

  const end = (exitCode: number, error?: GadgetError): void => {
    ended = true;
    clearTimeout(watch);
    clearTimeout(patience);
    screen.stop();
    for (const signal of signals) process.off(signal, onSignal);
    resolve({ exitCode, error });
  };
  const kill = (code: number, error?: GadgetError): void => {
    if (ended) return;
    end(code, error);
    const leave = setTimeout(() => process.exit(code), leaveBehindMs);
    worker.terminate().then(
      () => clearTimeout(leave),
      () => {},
    );
  };
  const look = (): void => {
    const overrun = deadline.check(sharedNow());
    if (overrun !== undefined) return kill(1, overrunError(overrun, gadgets));
    watch = setTimeout(look, deadline.nextMs);
  };
  let watch = setTimeout(look, deadline.nextMs);
  const onSignal = (signal: NodeJS.Signals): void => {
    if (signalCode !== undefined) return kill(signalCode);
    signalCode = exitCodeOfSignal(signal as (typeof signals)[number]);
    // While gadgets are loaded nothing has been gathered.
    if (!closes || deadline.loading) return kill(signalCode);
    worker.postMessage(closeMessage);
    patience = setTimeout(() => say('gadget: ending the run; once more ends it at once'), patienceMs);
  };
  for (const signal of signals) process.on(signal, onSignal);
  if (onMessage !== undefined) worker.on('message', onMessage);
  worker.on('error', (thrown: NodeJS.ErrnoException) => {
    if (ended) return;
    const error = threadError(thrown);
    end(exitCodeOf(error.code), error);
  });
  worker.on('exit', (code) => {
    if (!ended) end(signalCode ?? code);
  });
  return promise;
}

function overrunError({ place, hook, limitMs }: Overrun, gadgets: readonly string[]): GadgetError {
  const gadget = gadgets[place];
  const limit = formatDuration(limitMs);
  if (gadget === undefined) {
    return new GadgetError('E_DEADLINE', `loading ${gadgets.join(', ')} did not end within ${limit}`, {
      hint: 'a start function may loop; run the gadgets one by one to see which',
    });
  }
  return new GadgetError('E_DEADLINE', `${gadget} did not return from ${hook} within ${limit}`, {
    gadget,
    hint: 'the gadget loops, or works too long on one call; the run has been ended',
    details: { hook, limitMs },
  });
}

function threadError(thrown: NodeJS.ErrnoException): GadgetError {
  if (thrown.code !== 'ERR_WORKER_OUT_OF_MEMORY') return asGadgetError(thrown);
  return new GadgetError('E_LIMIT', 'the run needs more memory than there is', {
    blame: 'system',
    cause: thrown,
    hint: 'give Node more with NODE_OPTIONS=--max-old-space-size=4096, or run fewer gadgets at once',
  });
}
