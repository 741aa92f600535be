import { inTypeScript, perCallWorkload } from '../per-call/workload.ts';
import type { Workload } from '../workload.ts';

/** Events that come in numbers. */
export const rows1000: Workload = perCallWorkload({
  name: 'rows-1000',
  rows: 1000,
  gadgets: inTypeScript,
});
