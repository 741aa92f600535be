import type { Services } from '../api/guest.ts';
import type { DataSource } from '../data/data-source.ts';
import type { Draft } from '../data/draft.ts';
import type { Registry } from '../data/registry.ts';
import type { Limits } from '../limits.ts';
import type { Log } from './log.ts';
import type { LogQuota } from './log-quota.ts';
import type { Platform } from './options.ts';

/** What the services of one gadget are made from. */
export interface ServiceParts {
  name: string;
  params: ReadonlyMap<string, string>;
  registry: Registry;
  limits: Readonly<Limits>;
  platform: Platform;
  log: Log;
  quota: LogQuota;
  emit(draft: Draft): void;
  startTimer(id: number, milliseconds: number, firesOnce: boolean): void;
  stopTimer(id: number): void;
  unsubscribed(source: DataSource): void;
  /** Default: nobody wants to know. */
  missed?(name: string): void;
}

/** The API's view of a run, for one gadget. */
export function guestServices(parts: ServiceParts): Services {
  const { name, params, registry, limits, platform, log, quota } = parts;
  const seed = platform.seed();
  return {
    registry,
    limits,
    params,
    wallNs: () => platform.wallNs(),
    monotonicNs: () => platform.monotonicNs(),
    seed: () => seed,
    enabled: (level) => log.enabled(level),
    log: (level, message, attributes) => {
      if (log.enabled(level) && quota.admits()) log.gadget(name, level, message, attributes);
    },
    emit: (draft) => parts.emit(draft),
    startTimer: (id, milliseconds, firesOnce) => parts.startTimer(id, milliseconds, firesOnce),
    stopTimer: (id) => parts.stopTimer(id),
    unsubscribed: (source) => parts.unsubscribed(source),
    missed: (source) => parts.missed?.(source),
  };
}
