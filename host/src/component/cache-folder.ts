import { lstatSync, mkdirSync, realpathSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { messageOf } from '../errors.ts';

/** Where the cache is when nobody says otherwise. */
export function cacheFolder(
  env: Readonly<Record<string, string | undefined>> = process.env,
  uid: number | undefined = process.getuid?.(),
  home: (uid: number | undefined) => string = homeOf,
): string {
  const xdg = env['XDG_CACHE_HOME'];
  // sudo may keep HOME and XDG_CACHE_HOME of the caller, who must not be able to write what root will run.
  const borrowed =
    uid === 0 &&
    (env['SUDO_UID'] !== undefined || env['DOAS_USER'] !== undefined || env['PKEXEC_UID'] !== undefined);
  const base = xdg !== undefined && path.isAbsolute(xdg) && !borrowed ? xdg : path.join(home(uid), '.cache');
  return path.join(base, 'gadget', 'components');
}

/** Root's home comes from the system's list of users, never from the environment. */
function homeOf(uid: number | undefined): string {
  return uid === 0 ? os.userInfo().homedir : os.homedir();
}

/** A folder that can be trusted, or why it can't. */
export type PreparedFolder =
  { folder: string; problem?: undefined } | { folder?: undefined; problem: string };

/**
 * Makes the folder if it is not there; says why it cannot be trusted, if so. Synchronous, as all that starts a command
 * waits for it: that is a tenth of the time.
 */
export function prepareFolder(wanted: string): PreparedFolder {
  try {
    mkdirSync(wanted, { recursive: true, mode: 0o700 });
    const folder = realpathSync.native(wanted);
    const problem = distrust(folder);
    return problem === undefined ? { folder } : { problem };
  } catch (error) {
    return { problem: messageOf(error) };
  }
}

/** Why others could change what is in this folder: one of those from it up to the root is theirs, or open to them. */
function distrust(folder: string): string | undefined {
  const uid = process.getuid?.();
  if (uid === undefined) return undefined;
  for (let at = folder; ; at = path.dirname(at)) {
    const found = lstatSync(at);
    if (!found.isDirectory()) return `${at} is not a folder`;
    if (found.uid !== uid && found.uid !== 0) return `${at} belongs to another user`;
    if ((found.mode & 0o022) !== 0) return `others can write to ${at}`;
    if (at === path.dirname(at)) return undefined;
  }
}
