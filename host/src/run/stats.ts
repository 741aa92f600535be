/** What became of the rows of one source in one gadget. `rowsIn + rowsAppended = rowsOut + rowsDiscarded + rowsFailed`. */
export interface StageStats {
  source: string;
  /** Calls of on-packet. */
  packets: number;
  /** Rows received. */
  rowsIn: number;
  /** Rows added to received packets. */
  rowsAppended: number;
  /** Rows that went on. */
  rowsOut: number;
  /** Rows it took out. */
  rowsDiscarded: number;
  /** Rows that did not pass because a call failed, or because the gadget is down. */
  rowsFailed: number;
}

/**
 * Counts of one gadget: of all its stages, and of the packets it made.
 * `rowsIn + rowsAppended + rowsEmitted = rowsOut + rowsDiscarded + rowsFailed`.
 */
export interface GadgetStats {
  name: string;
  /** Calls of on-packet. */
  packets: number;
  /** Rows received. */
  rowsIn: number;
  /** Rows added to packets, received or made. */
  rowsAppended: number;
  /** Rows of packets it made and sent. */
  rowsEmitted: number;
  /** Rows that went on, and rows sent. */
  rowsOut: number;
  /** Rows it took out. */
  rowsDiscarded: number;
  /** Rows that did not pass because a call failed, or because the gadget is down. */
  rowsFailed: number;
  /** By source, of received packets. */
  stages: StageStats[];
  /** Failed calls of any hook. */
  failures: number;
  /** Calls of on-tick. */
  ticks: number;
  /** Time spent in its hooks, in milliseconds. */
  busyMs: number;
  /** Whether its instance is finished, and there is no other one, or not yet. */
  dead: boolean;
  /** Instances that took the place of one that had fallen, and have started. */
  restarts: number;
  /** Handles that live now. */
  handlesOpen: number;
  /** Most handles at once. */
  handlesPeak: number;
  /** Received packets whose handle was not dropped when the call returned. */
  handlesLeaked: number;
  /** Log lines that were not shown as they were more than `limits.maxLogLines` in a second. */
  logsHeldBack: number;
  /** Linear memory of all its core modules now, in bytes. Undefined for what is no component. */
  memoryBytes: number | undefined;
  /** What it did in all its calls, in steps, from its instantiation on; see `RunOptions.fuel`. Undefined without fuel. */
  fuel: number | undefined;
}

/** Counts of one data source. `rows + rowsAppended = rowsOut + rowsDiscarded + rowsFailed + lost`, once nothing waits. */
export interface SourceStats {
  name: string;
  /** Packets and rows that came in: from the host, those that were lost before the first gadget included, or emitted by a gadget. */
  packets: number;
  rows: number;
  /** Input rows that could not be read. */
  malformed: number;
  /** Values that did not fit their field and were left unset. */
  wrongType: number;
  /** Values of keys that came after the schema was fixed. */
  unknownField: number;
  /** Rows that no gadget has got: nobody took them in time, or the run ended before. Those that failed in a gadget are counted there. */
  lost: number;
  /** Rows that gadgets added to its packets, took out, and failed to pass on. */
  rowsAppended: number;
  rowsDiscarded: number;
  rowsFailed: number;
  /** Rows that passed all gadgets, whether or not an output takes them. */
  rowsOut: number;
}

/** Counts of a run, at any moment. */
export interface RunStats {
  gadgets: GadgetStats[];
  sources: SourceStats[];
}

export function newGadgetStats(name: string): GadgetStats {
  return {
    name,
    packets: 0,
    rowsIn: 0,
    rowsAppended: 0,
    rowsEmitted: 0,
    rowsOut: 0,
    rowsDiscarded: 0,
    rowsFailed: 0,
    stages: [],
    failures: 0,
    ticks: 0,
    busyMs: 0,
    dead: false,
    restarts: 0,
    handlesOpen: 0,
    handlesPeak: 0,
    handlesLeaked: 0,
    logsHeldBack: 0,
    memoryBytes: undefined,
    fuel: undefined,
  };
}

export function newStageStats(source: string): StageStats {
  return { source, packets: 0, rowsIn: 0, rowsAppended: 0, rowsOut: 0, rowsDiscarded: 0, rowsFailed: 0 };
}

/** What is counted of a gadget, with what its stages count. */
export function sumStages(stats: GadgetStats, stages: readonly StageStats[]): GadgetStats {
  const sum = {
    ...stats,
    stages: stages.filter((stage) => stage !== undefined).map((stage) => ({ ...stage })),
  };
  for (const stage of sum.stages) {
    sum.packets += stage.packets;
    sum.rowsIn += stage.rowsIn;
    sum.rowsAppended += stage.rowsAppended;
    sum.rowsOut += stage.rowsOut;
    sum.rowsDiscarded += stage.rowsDiscarded;
    sum.rowsFailed += stage.rowsFailed;
  }
  return sum;
}

/** Counts of sources, with what the stages of all gadgets did to their rows. */
export function sumSources(sources: readonly SourceStats[], gadgets: readonly GadgetStats[]): SourceStats[] {
  const sums = new Map(sources.map((source) => [source.name, { ...source }]));
  for (const { source, rowsAppended, rowsDiscarded, rowsFailed } of gadgets.flatMap(({ stages }) => stages)) {
    const sum = sums.get(source);
    if (sum === undefined) continue;
    sum.rowsAppended += rowsAppended;
    sum.rowsDiscarded += rowsDiscarded;
    sum.rowsFailed += rowsFailed;
  }
  return [...sums.values()];
}

export function newSourceStats(name: string): SourceStats {
  return {
    name,
    packets: 0,
    rows: 0,
    malformed: 0,
    wrongType: 0,
    unknownField: 0,
    lost: 0,
    rowsAppended: 0,
    rowsDiscarded: 0,
    rowsFailed: 0,
    rowsOut: 0,
  };
}
