/** Where values stand between 0, the foot of all bars, and 1. */
export interface Scale {
  /** Values to mark, in order; the first is the foot, the last is not below the greatest value. */
  marks: readonly number[];
  at(value: number): number;
}

/** From zero, in four to eight even steps of 1, 2 or 5. Needs a value above zero. */
export function linearScale(values: readonly number[]): Scale {
  const most = Math.max(...values);
  const size = 10 ** Math.floor(Math.log10(most / 4));
  const step = size * ([5, 2].find((factor) => size * factor <= most / 4) ?? 1);
  const steps = Math.ceil(most / step);
  const marks = Array.from({ length: steps + 1 }, (_, index) => index * step);
  return { marks, at: (value) => value / (steps * step) };
}

/** From the power of ten below the least value to the one above the greatest. Needs values above zero. */
export function logarithmicScale(values: readonly number[]): Scale {
  const low = Math.ceil(Math.log10(Math.min(...values))) - 1;
  const high = Math.max(Math.ceil(Math.log10(Math.max(...values))), low + 1);
  const marks = Array.from({ length: high - low + 1 }, (_, index) => 10 ** (low + index));
  return { marks, at: (value) => (Math.log10(value) - low) / (high - low) };
}
