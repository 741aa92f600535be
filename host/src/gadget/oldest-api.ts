import compare from 'semver/functions/compare.js';
import { inspectComponent } from '../component/inspect.ts';
import { renamed } from '../component/rename.ts';
import { thisHost } from '../versions/api-offer.ts';
import { oldestVersion } from '../versions/offer-at.ts';

/** Names that core modules use for an interface's functions: as they are, and for what is called after them. */
const interfaceName = /^(?:cabi_post_)?gadget:api\/[a-z0-9-]+@([^#]+)(?:#.*)?$/;

/**
 * The component as one for the oldest version of gadget:api that has all it uses. SDKs are made for the newest, and write
 * that into everything; with the oldest, hosts run the component that have not heard of the newest.
 *
 * Stays as it is where no name would fit into the place of the other, where it names several versions, or where it uses what this
 * host does not know.
 *
 * @throws GadgetError E_NOT_A_COMPONENT, E_HOSTILE_NAME, E_TOO_LARGE
 */
export function withOldestApi(component: Uint8Array): Uint8Array {
  const { imports, exports } = inspectComponent(component);
  const [written, ...others] = new Set(
    [...imports, ...exports].filter((each) => each.package === 'gadget:api').map(({ version }) => version),
  );
  const oldest = oldestVersion(imports, exports, thisHost);
  if (written === undefined || oldest === undefined || others.length > 0) return component;
  if (compare(oldest, written) >= 0 || oldest.length !== written.length) return component;
  // One that names them only inside has one import for both.
  let severalInside = false;
  const older = renamed(component, (name) => {
    const version = interfaceName.exec(name)?.[1];
    severalInside ||= version !== undefined && version !== written;
    return version === written ? name.replace(`@${written}`, `@${oldest}`) : undefined;
  });
  return severalInside ? component : older;
}
