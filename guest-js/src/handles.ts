import { handles } from '#api/handles';
import { currentState } from './state.ts';

/** How much of its budget of handles (fields, packets and sources) this gadget holds. */
export interface HandleUsage {
  /** Held now. */
  open: number;
  /** Held at most so far. */
  peak: number;
  /** May be held. */
  limit: number;
}

/** This gadget's handles. For finding leaks. */
export function handleUsage(): HandleUsage {
  currentState('handleUsage');
  return handles.usage();
}
