import { realpath } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { GadgetError } from '../../errors.ts';

const packageShape = v.object({
  name: v.string(),
  manifest_path: v.string(),
  /** Null for what is not fetched. */
  source: v.nullable(v.string()),
  targets: v.array(v.object({ crate_types: v.array(v.string()) })),
  dependencies: v.array(v.object({ path: v.nullish(v.string()) })),
});

const metadataShape = v.object({ workspace_root: v.string(), packages: v.array(packageShape) });

const sdk = 'gadget-guest';

/** A crate that is not fetched from elsewhere. */
export interface LocalCrate {
  name: string;
  folder: string;
  /**
   * It lies outside the workspace, and so cargo would make the place where it lies a part of what it becomes. False also when
   * it names others by path, relative to where it lies.
   */
  movable: boolean;
}

/** What `cargo metadata` says about a gadget's crate. */
export interface Crate {
  name: string;
  /** Its Cargo.toml, as cargo spells it. */
  manifest: string;
  /** The crate itself, and those that it names by path. */
  local: readonly LocalCrate[];
}

/** Reads the answer of `cargo metadata`. Throws E_BUILD when the crate can't become a component. */
export async function readCrate(folder: string, metadata: string): Promise<Crate> {
  const { packages, workspace_root: root } = v.parse(metadataShape, JSON.parse(metadata));
  const manifest = path.join(await realpath(folder), 'Cargo.toml');
  const local = packages.filter(({ source }) => source === null);
  const own = local.find((each) => each.manifest_path === manifest);
  if (own === undefined) {
    throw new GadgetError('E_BUILD', `${path.join(folder, 'Cargo.toml')} is no package`, {
      hint: 'the folder of a gadget is that of its package, not of a workspace around it',
    });
  }
  if (!own.targets.some(({ crate_types: types }) => types.includes('cdylib'))) {
    throw new GadgetError('E_BUILD', `the package ${own.name} makes no library that can be a component`, {
      hint: 'add to Cargo.toml: [lib] crate-type = ["cdylib"]',
    });
  }
  return {
    name: own.name,
    manifest,
    local: local.map(({ name, manifest_path: file, dependencies }) => ({
      name,
      folder: path.dirname(file),
      movable:
        path.relative(root, file).startsWith('..') &&
        dependencies.every((dependency) => (dependency.path ?? undefined) === undefined),
    })),
  };
}

/** The crate with another SDK in the place of its own: cargo is told to take what is `movable` from where it lies. */
export function withSdk(crate: Crate, folder: string): Crate {
  const others = crate.local.filter(({ name }) => name !== sdk);
  return { ...crate, local: [...others, { name: sdk, folder, movable: true }] };
}
