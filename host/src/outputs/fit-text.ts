import { createRequire } from 'node:module';
import type * as StringWidth from 'string-width';

/** Which end of a text that is too long gives way. */
export type Ellipsis = 'end' | 'start' | 'middle';

const mark = '…';
const require = createRequire(import.meta.url);
// Made when a text asks for them, as most tables and all other formats do without: loading the one takes 25 ms, for the
// tables of Unicode, and making the other 9 ms.
let stringWidth: ((text: string) => number) | undefined;
let graphemes: Intl.Segmenter | undefined;

function segments(text: string): Intl.Segments {
  graphemes ??= new Intl.Segmenter();
  return graphemes.segment(text);
}

/** Character cells that clean text takes on a terminal. */
export function widthOf(text: string): number {
  if (!/[^\x20-\x7e]/.test(text)) return text.length;
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
  for (const { segment, index } of segments(text)) {
    used += widthOf(segment);
    if (used > width) break;
    end = index + segment.length;
  }
  return text.slice(0, end);
}

function tail(text: string, width: number): string {
  const parts = [...segments(text)];
  let used = 0;
  let start = text.length;
  for (let i = parts.length - 1; i >= 0; i--) {
    used += widthOf(parts[i]!.segment);
    if (used > width) break;
    start = parts[i]!.index;
  }
  return text.slice(start);
}
