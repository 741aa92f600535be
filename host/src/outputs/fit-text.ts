import { createRequire } from 'node:module';
import type * as StringWidth from 'string-width';

/** Which end of a text that is too long gives way. */
export type Ellipsis = 'end' | 'start' | 'middle';

const mark = '…';
const graphemes = new Intl.Segmenter();
const require = createRequire(import.meta.url);
let stringWidth: ((text: string) => number) | undefined;

/** Character cells that clean text takes on a terminal. */
export function widthOf(text: string): number {
  if (!/[^\x20-\x7e]/.test(text)) return text.length;
  // Loading it takes 25 ms, for the tables of Unicode, and most tables and all other formats do without.
  stringWidth ??= (require('string-width') as typeof StringWidth).default;
  return stringWidth(text);
}

/** Text in at most `width` cells; what gives way is marked by `…`. Characters are never cut apart. */
export function cut(text: string, width: number, ellipsis: Ellipsis): string {
  if (widthOf(text) <= width) return text;
  if (width <= 1) return width === 1 ? mark : '';
  const room = width - 1;
  if (ellipsis === 'end') return head(text, room) + mark;
  if (ellipsis === 'start') return mark + tail(text, room);
  const front = Math.ceil(room / 2);
  return head(text, front) + mark + tail(text, room - front);
}

/** Text filled up with spaces to `width` cells. */
export function pad(text: string, width: number, right: boolean): string {
  const missing = width - widthOf(text);
  if (missing <= 0) return text;
  return right ? ' '.repeat(missing) + text : text + ' '.repeat(missing);
}

function head(text: string, width: number): string {
  let used = 0;
  let end = 0;
  for (const { segment, index } of graphemes.segment(text)) {
    used += widthOf(segment);
    if (used > width) break;
    end = index + segment.length;
  }
  return text.slice(0, end);
}

function tail(text: string, width: number): string {
  const parts = [...graphemes.segment(text)];
  let used = 0;
  let start = text.length;
  for (let i = parts.length - 1; i >= 0; i--) {
    used += widthOf(parts[i]!.segment);
    if (used > width) break;
    start = parts[i]!.index;
  }
  return text.slice(start);
}
