import { type Gadget, isGadget } from '../define-gadget.ts';
import type { InstanceState } from '../state.ts';
import { enter } from './enter.ts';

/** The interface `lifecycle` as exported. */
export interface LifecycleExport {
  init(purpose: 'inspect' | 'run'): void;
  start(): void;
  stop(): void;
}

/** The `lifecycle` of one instance of a gadget. */
export function lifecycleOf(gadget: Gadget, state: InstanceState): LifecycleExport {
  if (!isGadget(gadget)) throw new Error('the default export of a gadget is what defineGadget answers');
  const { hooks } = gadget;
  return {
    init: (purpose) => enter(state, () => hooks.init?.({ purpose })),
    start: () => enter(state, () => hooks.start?.()),
    stop: () => enter(state, () => hooks.stop?.()),
  };
}
