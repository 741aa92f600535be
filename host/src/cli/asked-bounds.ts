import { pageBytes } from '../component/bounds/caps.ts';
import { type CallDeadlines, defaultDeadlines } from '../deadlines.ts';
import { parseSize, sizeForm } from '../size.ts';
import { didYouMean } from '../suggest.ts';
import type { BoundArguments } from './bound-flags.ts';
import type { AskedBounds } from './bounds.ts';
import { durationOf, positive, wholeNumberOf, wrongValue } from './flag-value.ts';

/** What the flags say. Throws E_USAGE. */
export function boundsAsked({ maxMemory, fuel, deadline }: BoundArguments): AskedBounds {
  return {
    maxMemoryBytes: memoryOf(maxMemory),
    fuel: positive('--fuel', wholeNumberOf('--fuel', fuel)),
    deadlines: Object.assign({}, ...(deadline ?? []).map(deadlineOf)) as Partial<CallDeadlines>,
  };
}

/** From a page of wasm to all that 32 bits can address. */
function memoryOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const bytes = parseSize(text);
  if (bytes !== undefined && bytes >= pageBytes && bytes <= 2 ** 32) return bytes;
  const hint = /^\d+$/.test(text) ? `did you mean ${text}MiB?` : undefined;
  throw wrongValue(
    '--max-memory',
    text,
    bytes === undefined ? `write ${sizeForm}` : 'from 64KiB to 4GiB',
    hint,
  );
}

/** `2s`, or `on-packet=500ms`. */
function deadlineOf(text: string): Partial<CallDeadlines> {
  const hooks = Object.keys(defaultDeadlines) as (keyof CallDeadlines)[];
  const [hook, duration] = text.includes('=') ? text.split('=', 2) : [undefined, text];
  const ms = positive('--deadline', durationOf('--deadline', duration));
  const meant = hook === undefined ? hooks : hooks.filter((each) => each === hook);
  if (meant.length > 0) return Object.fromEntries(meant.map((each) => [each, ms]));
  throw wrongValue('--deadline', text, `hooks are ${hooks.join(', ')}`, didYouMean(hook!, hooks));
}
