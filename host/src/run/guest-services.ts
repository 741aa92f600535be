import type { Services } from '../api/guest.ts';
import type { Draft } from '../data/draft.ts';
import type { Registry } from '../data/registry.ts';
import type { Limits } from '../limits.ts';
import type { Log } from './log.ts';
import type { Platform } from './options.ts';

/** What the services of one gadget are made from. */
export interface ServiceParts {
  name: string;
  params: ReadonlyMap<string, string>;
  registry: Registry;
  limits: Readonly<Limits>;
  platform: Platform;
  log: Log;
  emit(draft: Draft): void;
  startTimer(id: number, milliseconds: number): void;
  stopTimer(id: number): void;
  /** Default: nobody wants to know. */
  missed?(name: string): void;
}

/** The API's view of a run, for one gadget. */
export function guestServices(parts: ServiceParts): Services {
  const { name, params, registry, limits, platform, log } = parts;
  const seed = platform.seed();
  return {
    registry,
    limits,
    params,
    wallNs: () => platform.wallNs(),
    monotonicNs: () => platform.monotonicNs(),
    seed: () => seed,
    enabled: (level) => log.enabled(level),
    log: (level, message) => log.gadget(name, level, message),
    emit: (draft) => parts.emit(draft),
    startTimer: (id, milliseconds) => parts.startTimer(id, milliseconds),
    stopTimer: (id) => parts.stopTimer(id),
    missed: (source) => parts.missed?.(source),
  };
}
