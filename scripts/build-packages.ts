import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleCommand, bundleGadgetThread } from './package/bundle.ts';
import { compile } from './package/compile.ts';
import { shipGadgets } from './package/gadgets.ts';
import { publishedManifest, type PackageManifest } from './package/manifest.ts';
import { shipSdks } from './package/sdks.ts';
import { shipTemplates } from './package/templates.ts';

const root = join(import.meta.dirname, '..');

/** The folders of the checkout that are published, in the order in which they need each other. */
export const packageFolders = ['host', 'guest-js'] as const;

/** One of {@link packageFolders}. */
export type PackageFolder = (typeof packageFolders)[number];

/**
 * Makes the publishable package of a folder in `out`, which is emptied first: JavaScript and declarations instead of
 * TypeScript, a package.json that names them, the interface, README and licence; the host also gets the gadgets that
 * are shipped with it, built, and the templates of new ones; the SDK also gets those for Rust and
 * Go, and the older versions of the interface.
 */
export async function buildPackage(
  folder: PackageFolder,
  out: string = join(root, folder, 'dist'),
): Promise<void> {
  const from = join(root, folder);
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  await compile(root, from, join(out, 'lib'));
  const manifest = JSON.parse(await readFile(join(from, 'package.json'), 'utf8')) as PackageManifest;
  await writeFile(join(out, 'package.json'), `${JSON.stringify(publishedManifest(manifest), null, 2)}\n`);
  await cp(join(from, 'README.md'), join(out, 'README.md'));
  await cp(join(root, 'LICENSE'), join(out, 'LICENSE'));
  await cp(join(root, 'wit/gadget-api'), join(out, 'wit/gadget-api'), { recursive: true });
  for (const name of await readdir(from)) {
    if (name.endsWith('.d.ts')) await cp(join(from, name), join(out, name));
  }
  if (folder === 'host') {
    await bundleCommand(join(out, 'lib'));
    await bundleGadgetThread(join(out, 'lib'));
    await cp(join(from, 'bin'), join(out, 'bin'), { recursive: true });
    await shipGadgets(join(root, 'gadgets'), join(out, 'gadgets'));
    await shipTemplates(join(from, 'templates'), join(out, 'templates'));
  } else {
    await cp(join(root, 'wit/frozen'), join(out, 'wit/frozen'), { recursive: true });
    await shipSdks(root, join(out, 'sdk'));
  }
}

if (import.meta.main) {
  for (const folder of packageFolders) {
    await buildPackage(folder);
    console.log(`${folder}/dist`);
  }
}
