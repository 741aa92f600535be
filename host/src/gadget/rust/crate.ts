import { realpath } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { GadgetError } from '../../errors.ts';
import { cargoHome } from './machine.ts';

const metadataShape = v.object({
  packages: v.array(
    v.object({
      name: v.string(),
      version: v.string(),
      manifest_path: v.string(),
      /** Null for what is not fetched. */
      source: v.nullable(v.string()),
      targets: v.array(v.object({ name: v.string(), crate_types: v.array(v.string()) })),
    }),
  ),
});

/** What `cargo metadata` says about a gadget's crate. */
export interface Crate {
  name: string;
  /** Its Cargo.toml, as cargo spells it. */
  manifest: string;
  /** Folders on this machine, and what a build shall call them: the later, the more it counts. */
  remaps: readonly (readonly [from: string, to: string])[];
}

/** Reads the answer of `cargo metadata`. Throws E_BUILD when the crate can't become a component. */
export async function readCrate(folder: string, metadata: string): Promise<Crate> {
  const { packages } = v.parse(metadataShape, JSON.parse(metadata));
  const manifest = path.join(await realpath(folder), 'Cargo.toml');
  const own = packages.find((each) => each.source === null && each.manifest_path === manifest);
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
  const fetched = packages.filter(({ source }) => source !== null);
  const local = packages.filter((each) => each.source === null && each !== own);
  const folderOf = ({ manifest_path: file }: { manifest_path: string }): string => path.dirname(file);
  return {
    name: own.name,
    manifest,
    remaps: [
      [cargoHome(), '/cargo'],
      ...new Map(fetched.map((each) => [path.dirname(folderOf(each)), '/crates'])),
      ...local.map((each) => [folderOf(each), `/${each.name}`] as const),
      [path.dirname(manifest), '/gadget'],
    ],
  };
}
