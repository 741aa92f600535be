import type { Workload } from '../workload.ts';
import { build } from './build.ts';
import { eventRead } from './event-read.ts';
import { eventRedact } from './event-redact.ts';
import { firstRow } from './first-row.ts';
import { fuel } from './fuel.ts';
import { growthChain, growthFields, growthRows, threeGadgets } from './growth.ts';
import { hundredGadgets } from './hundred-gadgets.ts';
import { installSize } from './install-size.ts';
import { isolation } from './isolation.ts';
import { languagesRow, languagesRows } from './languages.ts';
import { redactMillion } from './redact-million.ts';
import { restart } from './restart.ts';
import { rowsRedact } from './rows-redact.ts';
import { rowsTwentyMillion } from './rows-twenty-million.ts';
import { singleCalls } from './single-calls.ts';
import { startCold } from './start-cold.ts';
import { startWarm } from './start-warm.ts';
import { stop } from './stop.ts';

/** All workloads, in the order in which they run. */
export const workloads: readonly Workload[] = [
  startCold,
  startWarm,
  firstRow,
  singleCalls,
  eventRead,
  eventRedact,
  rowsRedact,
  fuel,
  isolation,
  stop,
  restart,
  threeGadgets,
  growthRows,
  growthFields,
  growthChain,
  hundredGadgets,
  languagesRow,
  languagesRows,
  redactMillion,
  rowsTwentyMillion,
  installSize,
  build,
];
