import { trackOf } from '../versions/track.ts';
import { WitSyntaxError, type WitItem } from './item.ts';

/** An interface or world, as a `use`, `import`, `export` or `include` names it. */
export interface Reference {
  /** `wasi:io`; undefined when it is of the package itself. */
  package: string | undefined;
  version: string | undefined;
  name: string;
}

/** Names in a `use`: `word as w` is `word`, known here as `w`. */
export interface UsedName {
  name: string;
  as: string;
}

const path = /^(?:([a-z0-9:%-]+)\/)?([A-Za-z0-9%-]+)(?:@([0-9A-Za-z.+-]+))?$/i;

/** Reads `types` or `wasi:io/streams@0.2.0`; undefined when it is neither. `own` is the package it stands in. */
export function parseReference(text: string, own: string): Reference | undefined {
  const match = path.exec(text);
  if (match === null) return undefined;
  const [, from, name = '', version] = match;
  const plain = { name: name.replace(/^%/, ''), version };
  return from === undefined || from === own ? { package: undefined, ...plain } : { package: from, ...plain };
}

/** Reads what follows a `use` in an interface or world: `wasi:io/streams@0.2.0.{input-stream as input}`. */
export function parseUse(item: WitItem, own: string): { from: Reference; names: UsedName[] } {
  const match = /^(.+?)\.\s*\{(.*)\}$/s.exec(item.name);
  const from = parseReference(match?.[1]?.trim() ?? '', own);
  if (match === null || from === undefined) {
    throw new WitSyntaxError(`use ${item.name} names no types`, item.file, item.line);
  }
  return { from, names: renames(match[2] ?? '') };
}

/** Reads `word, other as more`. */
export function renames(text: string): UsedName[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const [name = '', as] = part.split(/\s+as\s+/).map((word) => word.replace(/^%/, ''));
      return { name, as: as ?? name };
    });
}

/**
 * A name under which compatible versions of another package's interface are the same: `wasi:io/streams@0.2.x`. For the
 * package's own it is the bare name, whatever its version.
 */
export function trackedName({ package: from, version, name }: Reference): string {
  if (from === undefined) return name;
  return version === undefined ? `${from}/${name}` : `${from}/${name}@${trackOf(version) ?? version}`;
}
