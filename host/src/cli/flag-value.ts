import { longestDeadlineMs } from '../deadlines.ts';
import { durationForm, parseDuration } from '../duration.ts';
import { GadgetError } from '../errors.ts';

/** Milliseconds; timers can wait no longer than 24 days. Throws E_USAGE. */
export function durationOf(flag: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const ms = parseDuration(text);
  if (ms !== undefined && ms <= longestDeadlineMs) return ms;
  const hint = /^\d+$/.test(text) ? `did you mean ${text}s or ${text}ms?` : undefined;
  throw wrongValue(
    flag,
    text,
    ms === undefined ? `write ${durationForm}` : 'at most 24 days are possible',
    hint,
  );
}

/** Throws E_USAGE for what is not some digits. */
export function wholeNumberOf(flag: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw wrongValue(flag, text, 'write a whole number');
}

/** Throws E_USAGE for 0. */
export function positive(flag: string, value: number | undefined): number | undefined {
  if (value === 0) throw wrongValue(flag, '0', 'write something above 0');
  return value;
}

/** `form`: what is understood; `guess`: what may have been meant, which says more. */
export function wrongValue(flag: string, text: string, form: string, guess?: string): GadgetError {
  return new GadgetError('E_USAGE', `${flag} ${text === '' ? '""' : text} can't be understood`, {
    hint: guess ?? form,
  });
}
