import { offer } from './generated/preview/offer.ts';

/** The version of the preview of the next major of `gadget:api`. */
export const previewVersion: string = offer[0]!.version;

/** Whether an interface, named with its version, is of the preview. */
export function isPreview(name: string): boolean {
  return name.endsWith(`@${previewVersion}`);
}
