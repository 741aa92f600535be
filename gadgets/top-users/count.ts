/** One line of the ranking. */
export interface Count {
  key: number;
  count: number;
}

/** The keys that came most often, the most frequent first; equal counts in order of keys. */
export function top(counts: ReadonlyMap<number, number>, limit: number): Count[] {
  return [...counts]
    .map(([key, count]) => ({ key, count }))
    .sort((a, b) => b.count - a.count || a.key - b.key)
    .slice(0, limit);
}
