import { perCallWorkload } from '../per-call/workload.ts';
import type { Workload } from '../workload.ts';

/** Events that come in numbers. */
export const rows1000: Workload = perCallWorkload('rows-1000', 1000);
