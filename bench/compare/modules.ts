import { existsSync, mkdirSync, readdirSync, readlinkSync, realpathSync, symlinkSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/**
 * Gives a copy of a checkout the packages that are installed in the checkout, by links. The workspaces among them are the
 * copy's own, and what uses them finds those: npm links them by relative paths, which mean the same in the copy.
 */
export function linkModules(root: string, copy: string): void {
  const real = realpathSync(root);
  const modules = join(real, 'node_modules');
  const linked = linkFolder(modules, join(copy, 'node_modules'));
  for (const target of linked) {
    const workspace = relative(real, target);
    const inside =
      workspace !== '' && !workspace.startsWith('..') && workspace.split(sep)[0] !== 'node_modules';
    if (!inside || !existsSync(join(copy, workspace)) || !existsSync(join(target, 'node_modules'))) continue;
    symlinkSync(join(target, 'node_modules'), join(copy, workspace, 'node_modules'));
  }
}

/** Links what is in a folder of packages; gives what the links in it led to. */
function linkFolder(from: string, to: string): string[] {
  mkdirSync(to);
  return readdirSync(from, { withFileTypes: true }).flatMap((entry) => {
    const { name } = entry;
    const [path, place] = [join(from, name), join(to, name)];
    if (entry.isSymbolicLink()) {
      symlinkSync(readlinkSync(path), place);
      return existsSync(path) ? [realpathSync(path)] : [];
    }
    if (name === '.bin' || name.startsWith('@')) return linkFolder(path, place);
    // What else begins with a dot are caches: what they hold was made by the checkout's code.
    if (!name.startsWith('.')) symlinkSync(path, place);
    return [];
  });
}
