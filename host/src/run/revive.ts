import { Registry } from '../data/registry.ts';
import { GadgetError, isGadgetError, messageOf, ofGadget } from '../errors.ts';
import { followSchema } from '../isolate/schema-state.ts';
import { checkSame, type Declarations } from './declarations.ts';
import type { Place } from './place.ts';

/** Why a gadget could not be started again. */
export interface FailedRevival {
  /** What it failed in. */
  hook: 'instantiate' | 'init' | 'start';
  error: GadgetError;
}

/**
 * Makes another instance in the place of one that has fallen, and starts it: it finds the schema as the first one had found it,
 * declares in a copy, and if that is what the first one has declared then its handles are those of the run. Handles, timers and packets
 * of the one before are gone. Nothing else may go on meanwhile. Gives why it failed, if it did; the gadget is dead then as it was before.
 */
export async function revive(
  place: Place,
  registry: Registry,
  declared: Declarations,
): Promise<FailedRevival | undefined> {
  const gadget = place.gadget!;
  const fallen = gadget.guest;
  const copy = new Registry();
  followSchema(copy, declared.before);
  const guest = place.newGuest(copy);
  guest.declareAgain();
  let hook: FailedRevival['hook'] = 'instantiate';
  try {
    gadget.replace(place.taped(await place.make!(guest)));
    hook = 'init';
    gadget.init('run');
    checkSame(guest, declared);
    guest.rebind(registry);
    hook = 'start';
    gadget.start();
    gadget.revived();
    return undefined;
  } catch (error) {
    guest.phase = 'over';
    // Whose subscriptions it is that keep its rows from passing.
    gadget.remain(fallen);
    return { hook, error: ofGadget(asError(error), place.name) };
  }
}

function asError(error: unknown): GadgetError {
  if (isGadgetError(error)) return error;
  return new GadgetError('E_INSTANTIATE', messageOf(error), { cause: error });
}
