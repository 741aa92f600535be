import type { HostInterface } from './api-offer.ts';
import type { InterfaceNeed } from './interface-need.ts';
import { fromVersionOn, newestOfTracks, parseVersion } from './track.ts';

/** `Update the host to one with gadget:api 1.9.0 or a newer 1.x` */
export function update(need: InterfaceNeed, least: string): string {
  return `Update the host to one with ${need.package} ${fromVersionOn(least)}`;
}

/** `Build the gadget again, against gadget:api 1.2.0` */
export function rebuild(need: InterfaceNeed, known: readonly HostInterface[]): string {
  return `Build the gadget again, against ${need.package} ${newestVersion(known)}`;
}

/** The newest; a pre-release only if there is nothing else. */
export function newestVersion(known: readonly HostInterface[]): string {
  const versions = newestOfTracks(known.map((each) => each.version));
  return (
    versions.find((version) => parseVersion(version)?.prerelease.length === 0) ?? (versions[0] as string)
  );
}

/** The newest of each line: `2.0.0 and 1.2.0` */
export function versionsOf(known: readonly HostInterface[]): string {
  const versions = newestOfTracks(known.map((each) => each.version));
  return [versions.slice(0, -1).join(', '), versions.at(-1)].filter((part) => part !== '').join(' and ');
}

/** For the begin of a sentence. */
export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** For the middle of a sentence. */
export function lower(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
