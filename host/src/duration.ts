const unitMs: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** How a duration is written, for messages. */
export const durationForm = 'a number with a unit, such as 500ms, 5s, 2m, 1h30m or 1d';

/**
 * Whole milliseconds out of `500ms`, `5s`, `1.5m`, `1h30m`, `1d` or `0`; undefined when it is none of these, or more
 * milliseconds than a JavaScript number counts exactly. A number without a unit is none, except 0.
 */
export function parseDuration(text: string): number | undefined {
  if (text === '0') return 0;
  if (!/^(?:\d{1,16}(?:\.\d{1,9})?(?:ms|s|m|h|d))+$/.test(text)) return undefined;
  let total = 0;
  for (const [, amount, unit] of text.matchAll(/([\d.]+)(ms|s|m|h|d)/g))
    total += Number(amount) * unitMs[unit!]!;
  const rounded = Math.round(total);
  return Number.isSafeInteger(rounded) ? rounded : undefined;
}

/** Milliseconds for people: `5s`, `1m30s`, `250ms`. */
export function formatDuration(milliseconds: number): string {
  if (milliseconds === 0) return '0';
  let left = milliseconds;
  let text = '';
  for (const unit of ['d', 'h', 'm', 's', 'ms']) {
    const count = Math.floor(left / unitMs[unit]!);
    if (count > 0) text += `${count}${unit}`;
    left -= count * unitMs[unit]!;
  }
  return text === '' ? '0' : text;
}
