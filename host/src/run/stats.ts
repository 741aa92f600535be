/** Counts of one gadget. `rowsIn + rowsAppended + rowsEmitted = rowsOut + rowsDiscarded + rowsFailed`. */
export interface GadgetStats {
  name: string;
  /** Calls of on-packet. */
  packets: number;
  /** Rows received. */
  rowsIn: number;
  /** Rows added to received packets. */
  rowsAppended: number;
  /** Rows of packets it made and sent. */
  rowsEmitted: number;
  /** Rows that went on, and rows sent. */
  rowsOut: number;
  /** Rows it took out. */
  rowsDiscarded: number;
  /** Rows that did not pass because a call failed, or because the gadget is dead. */
  rowsFailed: number;
  /** Failed calls of any hook. */
  failures: number;
  /** Calls of on-tick. */
  ticks: number;
  /** Time spent in its hooks, in milliseconds. */
  busyMs: number;
  /** Whether it trapped and is called no more. */
  dead: boolean;
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

/** Counts of one data source. */
export interface SourceStats {
  name: string;
  /** Packets and rows that came in: from the host, or emitted by a gadget. */
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
    failures: 0,
    ticks: 0,
    busyMs: 0,
    dead: false,
    handlesOpen: 0,
    handlesPeak: 0,
    handlesLeaked: 0,
    logsHeldBack: 0,
    memoryBytes: undefined,
    fuel: undefined,
  };
}

export function newSourceStats(name: string): SourceStats {
  return { name, packets: 0, rows: 0, malformed: 0, wrongType: 0, unknownField: 0, lost: 0, rowsOut: 0 };
}
