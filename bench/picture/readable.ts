import { withUnit } from '../numbers.ts';

const longer = [
  ['ns', 'µs'],
  ['µs', 'ms'],
  ['ms', 's'],
] as const;

/** A value for people: times in the unit that leaves fewer than four digits before the point; no zeros at its end. */
export function readable(value: number, unit: string): string {
  for (const [from, to] of longer) {
    if (unit === from && value >= 999.5) [value, unit] = [value / 1000, to];
  }
  return withUnit(value, { unit })
    .replace(/(\.\d*?)0+(?!\d)/, '$1')
    .replace(/\.(?!\d)/, '');
}
