import { type CallDeadlines, defaultDeadlines, resolveDeadlines } from '../deadlines.ts';
import { formatDuration } from '../duration.ts';
import type { Manifest } from '../gadget/manifest.ts';
import type { PolicyRule } from '../gadget/policy.ts';
import { defaultLimits } from '../limits.ts';
import { formatSize } from '../size.ts';

/** What one gadget may use. */
export interface Bounds {
  /** Bytes. */
  maxMemoryBytes: number;
  /** Steps of one call; undefined: they are not counted. */
  fuel: number | undefined;
  /** Milliseconds. */
  deadlines: Readonly<CallDeadlines>;
}

/** What flags say about every gadget. */
export interface AskedBounds {
  maxMemoryBytes: number | undefined;
  fuel: number | undefined;
  deadlines: Readonly<Partial<CallDeadlines>>;
}

/** A flag goes before the policy file, and that before what gadget.yaml asks for. */
export function boundsOf(
  flags: AskedBounds,
  decided: Pick<PolicyRule, keyof Bounds>,
  manifest: Pick<Manifest, 'maxMemoryBytes' | 'deadlines'> | undefined,
): Bounds {
  const { maxMemoryBytes } = defaultLimits;
  return {
    maxMemoryBytes:
      flags.maxMemoryBytes ?? decided.maxMemoryBytes ?? manifest?.maxMemoryBytes ?? maxMemoryBytes,
    fuel: flags.fuel ?? decided.fuel,
    deadlines: resolveDeadlines(manifest?.deadlines, decided.deadlines, flags.deadlines),
  };
}

/** `32 MiB of memory, 1000 steps, 500ms for on-packet`: where they are not the usual ones; empty when all are. */
export function boundsText({ maxMemoryBytes, fuel, deadlines }: Bounds): string {
  const usual = defaultDeadlines;
  const words = [
    ...(maxMemoryBytes === defaultLimits.maxMemoryBytes ? [] : [`${formatSize(maxMemoryBytes)} of memory`]),
    ...(fuel === undefined ? [] : [`${fuel} steps a call`]),
    ...(Object.keys(usual) as (keyof CallDeadlines)[])
      .filter((hook) => deadlines[hook] !== usual[hook])
      .map((hook) => `${formatDuration(deadlines[hook])} for ${hook}`),
  ];
  return words.join(', ');
}
