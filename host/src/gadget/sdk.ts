import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { GadgetError } from '../errors.ts';
import { folderDigest } from './folder-digest.ts';
import type { Language } from './language.ts';

/** What gadgets are built against: the interface and the SDKs, of the installed packages or of a checkout. */
export interface Sdk {
  /** The folder in which all of it lies: with `node_modules`, or the checkout. What is below it finds it by a relative path. */
  home: string;
  /** The folder with the WIT of `gadget:api`. */
  wit: string;
  /** The SDK for JavaScript: its README is here. */
  js: string;
  /** Its types. */
  types: string;
  /** The folder in which `@gadget-api/guest/globals` is found. */
  typeRoot: string;
  /** The crate `gadget-guest`. */
  rust: string;
  /** The module `gadget-api/guest`. */
  go: string;
}

const guestPackage = '@gadget-api/guest';

/**
 * Where the SDKs are that came with this host, or would be: `@gadget-api/guest` need not be installed, and is then expected beside
 * this package.
 */
export function installedSdk(): Sdk {
  const guest = guestFolder() ?? path.resolve(import.meta.dirname, '../../../guest');
  const modules = `${path.sep}node_modules${path.sep}`;
  if (!guest.includes(modules)) return sdkIn(path.dirname(guest));
  const home = guest.slice(0, guest.indexOf(modules));
  return {
    home,
    wit: path.join(guest, 'wit/gadget-api'),
    js: guest,
    types: path.join(guest, 'lib/index.d.ts'),
    typeRoot: path.resolve(guest, '../..'),
    rust: path.join(guest, 'sdk/rust'),
    go: path.join(guest, 'sdk/go'),
  };
}

/** Where `@gadget-api/guest` is; undefined when it is not installed. */
function guestFolder(): string | undefined {
  try {
    return path.dirname(realpathSync(fileURLToPath(import.meta.resolve(`${guestPackage}/package.json`))));
  } catch {
    return undefined;
  }
}

/** The interface and the SDKs of a checkout of this repository. Throws E_USAGE when the folder is none. */
export function checkoutSdk(folder: string): Sdk {
  const home = existsSync(folder) ? realpathSync(folder) : undefined;
  if (home === undefined) throw noCheckout(folder, 'there is no such folder');
  const sdk = sdkIn(home);
  const marks = [
    path.join(sdk.wit, 'world.wit'),
    sdk.types,
    path.join(sdk.rust, 'Cargo.toml'),
    path.join(sdk.go, 'go.mod'),
  ];
  const absent = marks.find((mark) => !existsSync(mark));
  if (absent === undefined) return sdk;
  throw noCheckout(folder, `it has no ${path.relative(home, absent)}`);
}

/** What tells the interface and one of the SDKs in a checkout from what they were before. */
export async function sdkDigest(sdk: Sdk, language: Language): Promise<string> {
  return `${await folderDigest(sdk.wit)}+${await folderDigest(sdk[language])}`;
}

function sdkIn(home: string): Sdk {
  return {
    home,
    wit: path.join(home, 'wit/gadget-api'),
    js: path.join(home, 'guest-js'),
    types: path.join(home, 'guest-js/src/index.ts'),
    typeRoot: path.join(home, 'node_modules'),
    rust: path.join(home, 'guest-rust'),
    go: path.join(home, 'guest-go'),
  };
}

function noCheckout(folder: string, why: string): GadgetError {
  const shown = folder === '' ? '""' : folder;
  return new GadgetError('E_USAGE', `--api ${shown} is no checkout of gadget:api: ${why}`, {
    hint: 'name the top folder of the repository, which holds wit/gadget-api and the SDKs',
  });
}
