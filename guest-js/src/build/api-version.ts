import { sep } from 'node:path';
import { sdkFolder } from './package-files.ts';

/**
 * The versions of `gadget:api` that a gadget can be built against, oldest first. All that came to the SDK with a version lies in a
 * folder of its own, so a bundle with something out of it needs that version. The next minor is one more line here.
 */
const apiVersions = [
  { version: '1.0.0', folder: undefined },
  { version: '1.1.0', folder: 'since-1.1' },
] as const;

/** One of them. */
export type ApiVersion = (typeof apiVersions)[number]['version'];

/** Every one of them, oldest first. */
export const allApiVersions: readonly ApiVersion[] = apiVersions.map(({ version }) => version);

/** What a gadget is built against that needs nothing newer. */
export const oldestApiVersion: ApiVersion = apiVersions[0].version;

/** The oldest version that has everything these files of a bundle ask for: each host from that one on runs the gadget. */
export function apiVersionFor(used: ReadonlySet<string>): ApiVersion {
  const needed = apiVersions.findLast(
    ({ folder }) => folder !== undefined && [...used].some((file) => file.startsWith(sdkPart(folder))),
  );
  return needed?.version ?? oldestApiVersion;
}

function sdkPart(folder: string): string {
  return `${sdkFolder}${sep}${folder}${sep}`;
}
