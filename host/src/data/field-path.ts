/**
 * Names of fields are paths: `a.b` is `b` inside `a`. A dot that belongs to a key is written `\.`, a backslash before a
 * dot or another backslash `\\`.
 */

/** The keys of a path, from the outside in. */
export function splitPath(name: string): string[] {
  if (!name.includes('.')) return [name.includes('\\') ? unescape(name) : name];
  const keys: string[] = [];
  let start = 0;
  for (let i = 0; i < name.length; i++) {
    if (name[i] === '\\') i++;
    else if (name[i] === '.') {
      keys.push(unescape(name.slice(start, i)));
      start = i + 1;
    }
  }
  keys.push(unescape(name.slice(start)));
  return keys;
}

/** One key as it stands in a path. */
export function escapeKey(key: string): string {
  return key.replace(/[\\.]/g, '\\$&');
}

/** The path of `key` inside `parent`; at the root without a parent. */
export function joinPath(parent: string, key: string): string {
  return parent === '' ? escapeKey(key) : `${parent}.${escapeKey(key)}`;
}

/** The one spelling of a path: `\\` where a backslash alone was meant. Paths are the same when this is. */
export function canonicalPath(name: string): string {
  return name.includes('\\') ? splitPath(name).map(escapeKey).join('.') : name;
}

/** Every path above this one: `a.b.c` is under `a` and `a.b`. */
export function ancestors(name: string): string[] {
  const keys = splitPath(name).map(escapeKey);
  return keys.slice(1).map((_, i) => keys.slice(0, i + 1).join('.'));
}

function unescape(key: string): string {
  return key.replace(/\\([\\.])/g, '$1');
}
