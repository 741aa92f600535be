import type { Guest } from '../api/guest.ts';
import type { Allowance } from '../component/bounds/allowance.ts';
import type { Hooks } from './hooks.ts';
import type { Usage } from './usage.ts';

/** One instance of a gadget. A gadget that has fallen may get another. */
export interface Life {
  guest: Guest;
  hooks: Hooks;
  /** Of a component that runs in this thread. */
  allowance?: Allowance | undefined;
  /** What the instance uses, wherever it runs. Default: as the allowance says. */
  usage?: Usage | undefined;
}

/** Makes an instance for a guest; rejects with a GadgetError when that fails. */
export type MakeLife = (guest: Guest) => Promise<Life>;
