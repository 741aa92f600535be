/** A package.json, as far as building a package reads it. */
export interface PackageManifest {
  name: string;
  version: string;
  exports?: Targets;
  imports?: Targets;
  [key: string]: unknown;
}

/** What `exports` and `imports` hold: a file, or files by path or condition. */
export type Targets = string | { [key: string]: Targets };

/**
 * The manifest of the published package. The checkout names sources (`./src/x.ts`); the package holds what is made
 * from them at the same depth: `{ types: './lib/x.d.ts', default: './lib/x.js' }`. Everything else stays.
 */
export function publishedManifest(manifest: PackageManifest): PackageManifest {
  const published = { ...manifest };
  if (manifest.exports !== undefined) published.exports = builtTargets(manifest.exports);
  if (manifest.imports !== undefined) published.imports = builtTargets(manifest.imports);
  return published;
}

function builtTargets(target: Targets): Targets {
  if (typeof target !== 'string') {
    return Object.fromEntries(Object.entries(target).map(([key, value]) => [key, builtTargets(value)]));
  }
  const source = /^\.\/src\/(.+)\.ts$/.exec(target)?.[1];
  return source === undefined ? target : { types: `./lib/${source}.d.ts`, default: `./lib/${source}.js` };
}

/** Relative imports of a declaration file name the sources; those of the package name what is built. */
export function builtDeclarations(text: string): string {
  return text.replaceAll(/(\bfrom |\bimport\(|\bimport )(['"])(\.[^'"\n]*)\.ts\2/g, '$1$2$3.js$2');
}
