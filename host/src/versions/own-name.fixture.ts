/** For tests only: what interfaces are called in the newest 1.x that this host has. */
import type { Imports } from '../generated/index.ts';
import { offer } from '../generated/offer.ts';

type Version = keyof Imports extends infer Name
  ? Name extends `gadget:api/types@${infer V extends `1.${string}`}`
    ? V
    : never
  : never;

/** Such as `1.1.0`. */
export const ownVersion: Version = offer.find(
  (each) => each.package === 'gadget:api' && each.version.startsWith('1.'),
)!.version as Version;

/** `gadget:api/field@1.1.0` for `field`. */
export function ownName<Name extends string>(name: Name): `gadget:api/${Name}@${Version}` {
  return `gadget:api/${name}@${ownVersion}`;
}
