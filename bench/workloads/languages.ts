import { languages } from '../languages.ts';
import { type PerCallGadget, perCallWorkload } from '../per-call/workload.ts';
import type { Workload } from '../workload.ts';

const gadgets: readonly PerCallGadget[] = languages.flatMap(({ name, byRow, byColumn }): PerCallGadget[] => [
  [`${name}, by row`, byRow, 'direct'],
  [`${name}, by column`, byColumn, 'direct'],
]);

/** The languages side by side, events one at a time. */
export const languagesRow: Workload = perCallWorkload({
  name: 'languages-1-row',
  about: ' in each language',
  rows: 1,
  gadgets,
});

/** The languages side by side, many rows at a time. */
export const languagesRows: Workload = perCallWorkload({
  name: 'languages-1000-rows',
  about: ' in each language',
  rows: 1000,
  gadgets,
});
