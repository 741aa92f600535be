/** The thread in which `gadget run` runs the gadgets. It ends with the command's exit code. */
import { isatty } from 'node:tty';
import { parentPort } from 'node:worker_threads';
import { GadgetError } from '../errors.ts';
import { checkSourceNames } from '../outputs/route.ts';
import { isClosedPipe } from '../outputs/sink.ts';
import { type QuarantineFolder, quarantineFolder } from '../quarantine/folder.ts';
import { parseQuarantine } from '../quarantine/read-record.ts';
import { asGadgetError } from '../revive-error.ts';
import { mostFrames } from '../run/backtrace.ts';
import { createRun } from '../run/create-run.ts';
import type { FailureReport, GadgetSpec, LogRecord } from '../run/options.ts';
import { createReplay } from '../run/replay.ts';
import type { Run, RunResult } from '../run/run.ts';
import type { RunStats } from '../run/stats.ts';
import type { Source } from '../sources/source.ts';
import { openSourceSpec } from '../sources/spec.ts';
import { callWatch } from './call-clock.ts';
import type { CpuProfile } from './cpu-profile.ts';
import { exitCodeOf } from './exit-code.ts';
import { FailureLog } from './failures.ts';
import { logLine } from './log-line.ts';
import { createRunOutput, type RunOutput } from './outputs.ts';
import type { RunPlan } from './plan.ts';
import { printError, say, writeStderr } from './print.ts';
import { profileJson, profileTable } from './profile-text.ts';
import { keptLines, replayLines } from './quarantine-text.ts';
import { hasLosses, losses, statsJson, statsTable } from './stats-text.ts';
import { useProcessStdin } from './stdin.ts';
import type { CloseMessage, RunThreadInput } from './supervise.ts';

let output: RunOutput | undefined;
let run: Run | undefined;
let cpuProfile: CpuProfile | undefined;
let quarantine: QuarantineFolder | undefined;
let closing = false;

// Reading the real one is slow, and the translated gadgets read it in every call.
process.env = { ...process.env };
useProcessStdin();
// So many functions of a gadget that traps are told.
Error.stackTraceLimit = mostFrames;

const { plan, calls, screen } = await new Promise<RunThreadInput>((resolve) => {
  parentPort!.on('message', (message: RunThreadInput | CloseMessage) => {
    if (message !== 'close') return resolve(message);
    closing = true;
    void run?.close();
  });
});
const watch = callWatch(calls);
const failures = new FailureLog();
process.exit(await withProfile(main));

/** What was measured is told however the run ended. */
async function withProfile(work: () => Promise<number>): Promise<number> {
  try {
    if (plan.profile?.cpuFile !== undefined) {
      cpuProfile = await (await import('./cpu-profile.ts')).CpuProfile.start(plan.profile.cpuFile);
    }
    const code = await work();
    const profile = run?.profile;
    if (profile !== undefined) writeStderr(printsJson() ? profileJson(profile) : profileTable(profile));
    if (cpuProfile !== undefined) say(`gadget: ${await cpuProfile.write()}`);
    return code;
  } catch (thrown) {
    const error = asGadgetError(thrown);
    printError(error);
    return exitCodeOf(error.code);
  }
}

function printsJson(): boolean {
  return plan.outputs.some(({ format }) => format === 'json' || format === 'jsonpretty');
}

async function main(): Promise<number> {
  watch.enter(-1, 'load', performance.now());
  try {
    output = createRunOutput(plan, screen, () => void run?.close());
    const options = {
      outputs: [output.output],
      grants: plan.grants,
      logLevel: plan.logLevel,
      cacheDir: plan.cacheDir,
      bindings: 'direct' as const,
      previewApi: plan.previewApi,
      isolation: plan.isolation,
      onLog: (record: LogRecord) => {
        besideOutput();
        say(logLine(record));
      },
      onFailure: (report: FailureReport) => {
        besideOutput();
        failures.report(report);
      },
      watch,
      profile: plan.profile !== undefined,
      // The cap of the run: what the gadget with the most may have.
      limits: { maxMemoryBytes: Math.max(...plan.gadgets.map((gadget) => gadget.maxMemoryBytes)) },
    };
    const again = plan.replay === undefined ? undefined : parseQuarantine(plan.replay);
    if (again !== undefined)
      run = await createReplay(again, { ...options, gadget: specOf(plan.gadgets[0]!) });
    else {
      quarantine = openQuarantine();
      run = await createRun({
        ...options,
        ...(plan.maxRestarts !== undefined && { maxRestarts: plan.maxRestarts }),
        gadgets: plan.gadgets.map(specOf),
        sources: Object.fromEntries(plan.sources.map((source) => [source.name, openSource(source)])),
        ...(quarantine && { onQuarantine: quarantine.keep }),
      });
    }
    watch.leave();
    if (closing) return report(await run.close());
    // Here and not in the run: the time also passes while a source waits for its first row.
    if (plan.timeoutMs !== undefined) setTimeout(() => void run!.close(), plan.timeoutMs).unref();
    await run.start();
    checkSourceNames(run.dataSources, plan.outputs, plan.fields);
    const { everyMs } = plan.stats ?? {};
    const often = everyMs === undefined ? undefined : setInterval(() => printStats(run!.stats), everyMs);
    const result = await run.done;
    clearInterval(often);
    if (again === undefined) return report(result);
    const code = report(result);
    for (const line of replayLines(again, result)) say(`gadget: ${line}`);
    return code;
  } catch (thrown) {
    const error = withMissingSources(asGadgetError(thrown));
    if (isClosedPipe(error)) return 0;
    failures.end(error);
    await run?.close();
    return exitCodeOf(error.code);
  }
}

function openQuarantine(): QuarantineFolder | undefined {
  if (plan.quarantine === undefined) return undefined;
  return quarantineFolder(plan.quarantine, {
    onWarning: (message) => {
      besideOutput();
      say(`gadget: ${message}`);
    },
  });
}

function specOf({ fuel, requests, version, ...gadget }: RunPlan['gadgets'][number]): GadgetSpec {
  return {
    ...gadget,
    ...(fuel !== undefined && { fuel }),
    ...(requests !== undefined && { requests }),
    ...(version !== undefined && { version }),
  };
}

/** Standard error is written to: when that is the same terminal, the output must not draw over it. */
function besideOutput(): void {
  if (isatty(2)) output?.forget();
}

function openSource({ spec, schema }: RunPlan['sources'][number]): Source {
  const { intervalMs, strict, batchRows, batchMs } = plan.sourceOptions;
  return openSourceSpec(spec, {
    strict,
    onWaiting: (message) => {
      besideOutput();
      say(`gadget: ${message}`);
    },
    ...(schema !== undefined && { schema }),
    ...(intervalMs !== undefined && { intervalMs }),
    ...(batchRows !== undefined && { batchRows }),
    ...(batchMs !== undefined && { batchMs }),
  });
}

/** A gadget whose init failed may have missed a source that its gadget.yaml names. */
function withMissingSources(error: GadgetError): GadgetError {
  const gadget = plan.gadgets.find(({ name }) => name === error.gadget);
  if (gadget === undefined || error.code !== 'E_GADGET_ERROR' || error.hint !== undefined) return error;
  const names = plan.sources.map(({ name }) => name);
  const missing = gadget.expects.filter((name) => !names.includes(name));
  if (missing.length === 0) return error;
  const { code, message, blame, details, cause } = error;
  const hint = `${gadget.name} reads ${missing.join(', ')}: give it with --source ${missing[0]}=ndjson:FILE`;
  return new GadgetError(code, message, { blame, details, cause, gadget: gadget.name, hint });
}

/** The counts so far, with the time when they are printed more than once. */
function printStats(stats: RunStats): void {
  besideOutput();
  const time = plan.stats?.everyMs === undefined ? undefined : new Date();
  writeStderr(printsJson() ? statsJson(stats, time) : statsTable(stats, time));
}

/** Says at the end what must be said; gives the exit code. */
function report({ failure, failures: count, stats }: RunResult): number {
  besideOutput();
  if (isClosedPipe(failure)) return 0;
  if (failure !== undefined) failures.end(failure);
  for (const line of [...losses(stats), ...keptLines(quarantine)]) say(`gadget: ${line}`);
  if (plan.stats !== undefined) printStats(stats);
  const printed = stats.sources.reduce((sum, { rowsOut }) => sum + rowsOut, 0);
  const printing = plan.outputs.some(({ format }) => format === 'table');
  if (printed === 0 && printing && failure === undefined) {
    const came = stats.sources.reduce((sum, { rows }) => sum + rows, 0);
    say(came === 0 ? 'gadget: no rows' : `gadget: no rows to print, of ${came} that came in`);
  }
  if (failure !== undefined) return exitCodeOf(failure.code);
  return count > 0 || hasLosses(stats) ? 1 : 0;
}
