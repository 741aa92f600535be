import { GadgetError } from '../errors.ts';
import type { FoundGadget } from '../gadget/find.ts';
import { languageOf } from '../gadget/language.ts';
import { checkoutSdk, type Sdk } from '../gadget/sdk.ts';

/**
 * What `--api` names, for these gadgets. Throws E_USAGE when it is no checkout, and when none of the gadgets is built here: the
 * option could do nothing.
 */
export function apiCheckout(checkout: string | undefined, gadgets: readonly FoundGadget[]): Sdk | undefined {
  if (checkout === undefined) return undefined;
  const sdk = checkoutSdk(checkout);
  if (gadgets.some((each) => each.kind === 'folder' && languageOf(each.folder) !== undefined)) return sdk;
  const names = gadgets.map(({ name }) => name).join(', ');
  throw new GadgetError('E_USAGE', `--api is about building, and there is no source of ${names}`, {
    hint: 'leave it out, or name the folder that holds the source',
  });
}
