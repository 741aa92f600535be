import path from 'node:path';
import { GadgetError } from '../../errors.ts';
import { namePattern } from '../manifest-schema.ts';

/** The name of a gadget whose folder is this: the last part of the path. Throws E_USAGE when it can't be one. */
export function nameOf(folder: string): string {
  const name = folder === '' ? '' : path.basename(path.resolve(folder));
  if (namePattern.test(name)) return name;
  const near = nearestName(name);
  const beside = path.join(path.dirname(folder), near ?? '');
  throw new GadgetError('E_USAGE', `a gadget can't be called ${name === '' ? '""' : name}`, {
    hint: `a name is a letter, then a-z, 0-9 and - within, at most 64 characters${near === undefined ? '' : `: gadget new ${beside}`}`,
  });
}

/** What is left of a text when it is made a name. */
function nearestName(text: string): string | undefined {
  const near = text
    .replaceAll(/([a-z0-9])(?=[A-Z])/g, '$1-')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, 64)
    .replace(/-+$/, '');
  return namePattern.test(near) ? near : undefined;
}
