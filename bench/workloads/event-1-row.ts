import { inTypeScript, perCallWorkload } from '../per-call/workload.ts';
import type { Workload } from '../workload.ts';

/** Events that come one at a time. */
export const event1Row: Workload = perCallWorkload({
  name: 'event-1-row',
  rows: 1,
  gadgets: inTypeScript,
});
