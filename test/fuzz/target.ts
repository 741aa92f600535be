import type { Random } from './random.ts';

/** One part of the host that reads what others have made. */
export interface Target {
  /** `component`: for `--only`, and how files of findings begin. */
  readonly name: string;
  /** What its inputs are, as the end of a file's name. */
  readonly extension: string;
  /** How many inputs the test suite tries. */
  readonly inSuite: number;
  /** Gathers what inputs are made from: once, before the first. */
  readonly prepare: () => Promise<Prepared>;
}

/** A target that is ready. */
export interface Prepared {
  /** An input: the same one for the same random numbers. */
  make(random: Random): Uint8Array;
  /**
   * Has the host read it, and gives what became of it, in a word that is counted: `read`, or a code of errors. Whatever it
   * throws is a finding.
   */
  attempt(input: Uint8Array): string | Promise<string>;
}

/** The host did what it must not. */
export class Finding extends Error {
  override readonly name = 'Finding';
}

/** The one of this name. Throws RangeError when there is none. */
export function targetNamed(targets: readonly Target[], name: string): Target {
  const found = targets.find((target) => target.name === name);
  if (found === undefined) {
    throw new RangeError(`there is no target ${name}: ${targets.map((each) => each.name).join(', ')}`);
  }
  return found;
}
