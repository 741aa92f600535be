import type { Guest } from '../api/guest.ts';
import type { MeasuringCost } from '../call-meter.ts';
import { withCompiled } from '../component/instance.ts';
import type { CallDeadlines } from '../deadlines.ts';
import { GadgetError } from '../errors.ts';
import type { EmitRoom } from './emit-room.ts';
import type { PreparedComponent } from './link-component.ts';
import type { Bindings, LogLevel, Platform } from './options.ts';
import type { AllowanceTerms, LoadMessage } from './thread-protocol.ts';

/** What an isolated gadget needs of its run. */
export interface IsolationParts {
  guest: Guest;
  deadlines: Readonly<CallDeadlines>;
  /** For the call that goes on. */
  emitRoom: () => EmitRoom;
  /** Words of the host about it. */
  onWarning: (message: string) => void;
  /** The embedder's clocks; undefined: the machine's. */
  platform: Platform | undefined;
  bindings: Bindings;
  previewApi: boolean;
  levels: readonly LogLevel[];
  measuring: MeasuringCost | undefined;
}

/** What the thread of a gadget is told to load. Rejects with E_USAGE for a provider that is no module. */
export async function loadMessage(
  { guest, bindings, previewApi, levels, measuring, platform }: IsolationParts,
  { granted, transpiled, ...prepared }: PreparedComponent,
  allowance: AllowanceTerms,
): Promise<LoadMessage> {
  const modules = granted.map(({ provider, ...use }) => {
    if (provider instanceof URL) return { ...use, url: provider.href };
    throw new GadgetError('E_USAGE', `the provider of ${use.name} is an object, which can't go to a thread`, {
      gadget: guest.name,
      hint: "give the URL of a module that exports its functions, or run the gadget with isolation: 'inline'",
    });
  });
  return {
    name: guest.name,
    place: guest.place,
    limits: guest.limits,
    params: [...guest.services.params],
    seed: guest.services.seed(),
    levels,
    clocks: platform && { wallNs: platform.wallNs(), monotonicNs: platform.monotonicNs() },
    bindings,
    previewApi,
    allowance,
    measuring,
    prepared: { ...prepared, transpiled: await withCompiled(transpiled, allowance.caps) },
    modules,
  };
}
