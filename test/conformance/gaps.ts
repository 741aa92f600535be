import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Gaps } from './matrix.ts';

/** What is known not to work, from gaps.json. */
export function readGaps(): Gaps {
  return JSON.parse(readFileSync(join(import.meta.dirname, 'gaps.json'), 'utf8')) as Gaps;
}
