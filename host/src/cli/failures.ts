import { clean } from '../clean.ts';
import { formatDuration } from '../duration.ts';
import type { GadgetError } from '../errors.ts';
import type { FailureReport } from '../run/options.ts';
import { printError, say, writeStderr } from './print.ts';

/** Failures of one gadget that are printed as they happen; the rest is counted. */
const shownPerGadget = 3;

/** Prints failures as they happen, each once and not too many. */
export class FailureLog {
  private readonly counts = new Map<string, number>();
  private readonly printed = new Set<GadgetError>();

  /** A call of a gadget failed. */
  report(report: FailureReport): void {
    const count = (this.counts.get(report.gadget) ?? 0) + 1;
    this.counts.set(report.gadget, count);
    if (count <= shownPerGadget) {
      this.print(report.error);
      if (isOver(report)) writeStderr(circumstances(report));
    } else this.printed.add(report.error);
    const next = whatNext(report);
    if (next !== undefined) say(`gadget: ${report.gadget} ${next}`);
    if (count === shownPerGadget) say(`gadget: further failures of ${report.gadget} are counted, not shown`);
  }

  /** What ended the run; nothing when it has been printed already. */
  end(error: GadgetError): void {
    if (!this.printed.has(error)) this.print(error);
  }

  private print(error: GadgetError): void {
    this.printed.add(error);
    printError(error);
  }
}

/** Whether its instance is finished. */
function isOver({ error, hook }: FailureReport): boolean {
  return error.code !== 'E_GADGET_ERROR' || hook === 'init' || hook === 'start';
}

/** What its author needs to know. */
function circumstances({ gadget, version, digest, source, packet, backtrace }: FailureReport): string {
  const what = [
    [gadget, version].filter((part) => part !== undefined).join(' '),
    digest,
    packet === undefined ? undefined : `packet ${packet}`,
    source === undefined ? undefined : `source ${source}`,
  ];
  const frames = backtrace.map(
    ({ name, function: index, offset }) =>
      `    at ${name ?? '?'} (function ${index}, 0x${offset.toString(16)})`,
  );
  const lines = [`  in: ${what.filter((part) => part !== undefined).join(', ')}`, ...frames];
  return `${lines.map(clean).join('\n')}\n`;
}

/** What becomes of a gadget whose instance is finished; nothing when that goes without saying. */
function whatNext(report: FailureReport): string | undefined {
  const { hook, restartMs } = report;
  if (!isOver(report) || hook === 'stop' || restartMs === 0) return undefined;
  if (restartMs === undefined) return 'stays down, its rows do not pass';
  return `is started again in ${formatDuration(restartMs)}, until then its rows do not pass`;
}
