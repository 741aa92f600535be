import type { GadgetSpec, RunOptions } from '@gadget-api/host';
import type { Language } from './case.ts';

/** One way to run a component, or the source of a gadget. */
export interface Host {
  name: string;
  /** The languages that it runs. */
  languages: readonly Language[];
  /** Which of them `npm test` runs. Default: all. */
  tested?: readonly Language[];
  /** Whether it runs gadgets with what others make, be it host or engine: only such may have gaps. */
  foreign?: boolean;
  /** Gets what is missing here; says why it can't be had, if so. */
  prepare?(): Promise<string | undefined>;
  /** How one gadget of a chain is put into a run. */
  gadget(language: Language, caseName: string): Promise<Pick<GadgetSpec, 'component' | 'instantiate'>>;
  options?: Pick<RunOptions, 'bindings' | 'isolation' | 'limits'>;
  /** Whether cases that take seconds run, too. */
  costly?: boolean;
  /** Ends what it has started. */
  close?(): void;
}
