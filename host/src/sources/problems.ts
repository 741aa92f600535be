import type { SourceProblem } from './source.ts';

/** How often one thing went wrong, and how much of that has been reported. */
export interface Tally {
  readonly kind: SourceProblem['kind'];
  readonly what: string;
  readonly firstLine: number;
  count: number;
  /** How much of it has been reported, and how much of that with words. */
  reported: number;
  worded: number;
  /** The count at which to report again. */
  next: number;
}

/** Most things told apart; a hostile input may have a new key in every row. */
const maxTallies = 256;

/**
 * Counts what is wrong with the input and reports it without a flood: each thing when it is first seen, at every power
 * of ten, and what is left at the end. In between, rows that were lost are reported without words. The counts reported add up to
 * what happened.
 */
export class ProblemCounter {
  private readonly report: (problem: SourceProblem) => void;
  private readonly tallies = new Map<string, Tally>();

  constructor(report: (problem: SourceProblem) => void) {
    this.report = report;
  }

  /** One more; `what` says what happened, without the line number. */
  add(kind: SourceProblem['kind'], what: string, line: number): void {
    this.count(this.tally(kind, what, line), line);
  }

  /** The tally of one thing. To be kept by callers that count often. */
  tally(kind: SourceProblem['kind'], what: string, line: number): Tally {
    const key = `${kind} ${what}`;
    const known = this.tallies.get(key);
    if (known !== undefined) return known;
    if (this.tallies.size >= maxTallies) return this.overflow(kind, line);
    return this.create(key, kind, what, line);
  }

  /** One more of this. */
  count(tally: Tally, line: number): void {
    tally.count++;
    if (tally.count < tally.next) return;
    tally.next *= 10;
    this.send(tally, tally.count === 1 ? '' : ` (${tally.count} times by line ${line})`);
  }

  /** Reports rows that could not be read, so that who gets the next packet can be told what is missing. */
  settle(): void {
    for (const tally of this.tallies.values())
      if (tally.kind === 'malformed' && tally.count > tally.reported) this.send(tally, undefined);
  }

  /** Reports what was counted and not yet reported. */
  flush(): void {
    for (const tally of this.tallies.values())
      if (tally.count > tally.worded) this.send(tally, ` (${tally.count} times)`);
  }

  /** `times` is undefined: without words. */
  private send(tally: Tally, times: string | undefined): void {
    const { kind } = tally;
    const count = tally.count - tally.reported;
    tally.reported = tally.count;
    if (times === undefined) return this.report({ kind, count, message: '' });
    tally.worded = tally.count;
    const where = times === '' ? 'line' : 'first in line';
    this.report({
      kind,
      count,
      message: `${where} ${tally.firstLine}: ${tally.what}${times}`,
    });
  }

  private overflow(kind: SourceProblem['kind'], line: number): Tally {
    return this.tallies.get(kind) ?? this.create(kind, kind, `${kind}, other than those named before`, line);
  }

  private create(key: string, kind: SourceProblem['kind'], what: string, line: number): Tally {
    const tally = { kind, what, firstLine: line, count: 0, reported: 0, worded: 0, next: 1 };
    this.tallies.set(key, tally);
    return tally;
  }
}
