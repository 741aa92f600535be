import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A file of WIT as text. */
export interface WitSource {
  path: string;
  text: string;
}

/** Every `.wit` file at or under these paths, in order of their names; links to folders are not followed. */
export function readWit(...paths: string[]): WitSource[] {
  return paths.flatMap((path) => find(path)).map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}

function find(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  const entries = readdirSync(path, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const inner = join(path, entry.name);
    if (entry.isDirectory()) return find(inner);
    return entry.isFile() && entry.name.endsWith('.wit') ? [inner] : [];
  });
}
