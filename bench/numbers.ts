/** A value of a metric, to be read: `12.3 ms`. */
export function withUnit(value: number, { unit }: { unit: string }): string {
  return unit === 'count' ? written(value, { unit }) : `${written(value, { unit })} ${unit}`;
}

/** The same without its unit. What is counted is written whole. */
export function written(value: number, { unit }: { unit: string }): string {
  return unit === 'count' ? value.toLocaleString('en-US') : short(value);
}

/** Three digits that mean something, thousands apart: 0.123, 12.3, 1,234,567. */
export function short(value: number): string {
  const size = Math.abs(value);
  if (size >= 100) return Math.round(value).toLocaleString('en-US');
  return value.toFixed(size >= 10 ? 1 : size >= 1 ? 2 : 3);
}
