import { GadgetError } from '../../errors.ts';

/** The refusal of a core module that can't be kept within bounds. `offset`: where in the module, in bytes. */
export function coreFeature(what: string, offset: number, hint: string): GadgetError {
  return new GadgetError('E_CORE_FEATURE', `a core module of the component has ${what} at byte ${offset}`, {
    hint,
    details: { offset },
  });
}
