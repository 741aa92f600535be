import type { FunctionProfile, GadgetProfile, HookProfile } from './profile.ts';

/** Where the time of two instances of one gadget went, taken together. */
export function sumProfiles(
  one: GadgetProfile | undefined,
  other: GadgetProfile | undefined,
): GadgetProfile | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return {
    name: one.name,
    hooks: sumByName(one.hooks, other.hooks, sumHooks),
    functions: sumByName(one.functions, other.functions, sumFunctions).toSorted((a, b) => b.ms - a.ms),
  };
}

function sumByName<T extends { name: string }>(
  one: readonly T[],
  other: readonly T[],
  sum: (a: T, b: T) => T,
): T[] {
  const sums = new Map(one.map((each) => [each.name, each]));
  for (const each of other) {
    const known = sums.get(each.name);
    sums.set(each.name, known === undefined ? each : sum(known, each));
  }
  return [...sums.values()];
}

function sumHooks(one: HookProfile, other: HookProfile): HookProfile {
  return {
    name: one.name,
    calls: one.calls + other.calls,
    ms: one.ms + other.ms,
    apiMs: one.apiMs + other.apiMs,
    rows: sumKnown(one.rows, other.rows),
    steps: sumKnown(one.steps, other.steps),
  };
}

function sumFunctions(one: FunctionProfile, other: FunctionProfile): FunctionProfile {
  return {
    name: one.name,
    calls: one.calls + other.calls,
    ms: one.ms + other.ms,
    bytesIn: sumKnown(one.bytesIn, other.bytesIn),
    bytesOut: sumKnown(one.bytesOut, other.bytesOut),
  };
}

function sumKnown(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? (one ?? other) : one + other;
}
