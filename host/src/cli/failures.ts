import { formatDuration } from '../duration.ts';
import type { GadgetError } from '../errors.ts';
import type { FailureReport } from '../run/options.ts';
import { printError, say } from './print.ts';

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
    if (count <= shownPerGadget) this.print(report.error);
    else this.printed.add(report.error);
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

/** What becomes of a gadget whose instance is finished; nothing when that goes without saying. */
function whatNext({ error, hook, restartMs }: FailureReport): string | undefined {
  if (error.code === 'E_GADGET_ERROR' && hook !== 'init' && hook !== 'start') return undefined;
  if (hook === 'stop' || restartMs === 0) return undefined;
  if (restartMs === undefined) return 'stays down, its rows do not pass';
  return `is started again in ${formatDuration(restartMs)}, until then its rows do not pass`;
}
