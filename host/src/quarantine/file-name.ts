import { randomBytes } from 'node:crypto';

const ending = '.ndjson';
/** What names of gadgets keep of themselves in a name of a file. */
const longestName = 48;

/**
 * The name of a record's file: names sort by time, those of one millisecond by their count. What a gadget is called is anybody's text,
 * so only plain characters of it are in it; and nobody can guess the name.
 */
export function recordFile(gadget: string, milliseconds: number, count: number): string {
  const time = new Date(milliseconds).toISOString().replaceAll(':', '');
  const name = gadget.replace(/[^a-zA-Z0-9_-]+/g, '_').slice(0, longestName);
  const unique = randomBytes(4).toString('hex');
  return `${time}-${String(count).padStart(6, '0')}-${name}-${unique}${ending}`;
}

/** Whether a file of this name counts as one of the quarantine's. */
export function isRecordFile(name: string): boolean {
  return name.endsWith(ending);
}
