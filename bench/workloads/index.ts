import type { Workload } from '../workload.ts';
import { build } from './build.ts';
import { event1Row } from './event-1-row.ts';
import { firstRow } from './first-row.ts';
import { installSize } from './install-size.ts';
import { languagesRow, languagesRows } from './languages.ts';
import { redactMillion } from './redact-million.ts';
import { rows1000 } from './rows-1000.ts';
import { rowsTwentyMillion } from './rows-twenty-million.ts';
import { startCold } from './start-cold.ts';
import { startWarm } from './start-warm.ts';

/** All workloads, in the order in which they run. */
export const workloads: readonly Workload[] = [
  startCold,
  startWarm,
  firstRow,
  event1Row,
  rows1000,
  languagesRow,
  languagesRows,
  redactMillion,
  rowsTwentyMillion,
  installSize,
  build,
];
