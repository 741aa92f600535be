import { GadgetError } from '../errors.ts';

/** As whom to build: as this process, or, when this is root, as somebody else. */
export interface BuildUser {
  uid: number;
  gid: number;
}

/** What {@link buildUser} goes by. */
export interface Circumstances {
  /** Of this process; undefined where there is no such thing. */
  uid: number | undefined;
  env: Readonly<Record<string, string | undefined>>;
  /** Of the gadget's folder. */
  owner: number;
  /** `--build`: the operator trusts the folder. */
  trusted: boolean;
}

/**
 * Who builds a folder. Not root: this user (undefined). Under sudo: the user who called it, and never root. Root
 * itself builds what root owns; what belongs to another user could have been made by them to be read and compiled by
 * root, so it throws E_BUILD_FOREIGN unless it is trusted.
 */
export function buildUser(folder: string, now: Circumstances): BuildUser | undefined {
  if (now.uid !== 0) return undefined;
  const caller = callerOf(now.env);
  if (now.owner !== 0 && now.owner !== caller?.uid && !now.trusted) {
    throw new GadgetError(
      'E_BUILD_FOREIGN',
      `${folder} belongs to another user (uid ${now.owner}) and this is root`,
      {
        hint: 'add --build if you trust it, or let its owner build it: gadget build',
        details: { owner: now.owner },
      },
    );
  }
  return caller;
}

/** Who called sudo; undefined when it was root, or nobody. */
function callerOf(env: Circumstances['env']): BuildUser | undefined {
  const [uid, gid] = [idOf(env['SUDO_UID']), idOf(env['SUDO_GID'])];
  return uid === undefined || gid === undefined || uid === 0 ? undefined : { uid, gid };
}

function idOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,10}$/.test(text) ? Number(text) : undefined;
}
