/** Where the time of a run went; see `RunOptions.profile`. Times are corrected by what measuring them costs. */
export interface RunProfile {
  /** In the chain's order. */
  gadgets: GadgetProfile[];
  /** What measuring one call costs on this machine, found out at the start, in nanoseconds: taken off all times here. */
  measuringNs: number;
}

/** Where the time of one gadget went: each hook's `ms - apiMs`, and the `ms` of the functions, are all there is. */
export interface GadgetProfile {
  name: string;
  /** Hooks that were called, in the order of a run. */
  hooks: HookProfile[];
  /** Functions of `gadget:api` that it called, longest first. */
  functions: FunctionProfile[];
}

/** Calls of one hook of a gadget. */
export interface HookProfile {
  /** `init`, `start`, `on-loss`, `on-packet`, `on-tick`, `stop`. */
  name: string;
  calls: number;
  /** Time from call to return, in milliseconds. */
  ms: number;
  /** The part of it that went into calls of `gadget:api`; the rest was spent in the gadget itself. */
  apiMs: number;
  /** Rows of the packets that it got. Undefined for hooks that get none. */
  rows: number | undefined;
  /** Steps that its calls took, see `RunOptions.fuel`: the same on every machine. Undefined without fuel. */
  steps: number | undefined;
}

/** Calls of one function of `gadget:api` by a gadget. */
export interface FunctionProfile {
  /** `field.get-text`, `logging.log`; `field.drop` is a handle given back. */
  name: string;
  calls: number;
  /** Time in the function, in milliseconds; with it, what the gadget does inside to make room for an answer. */
  ms: number;
  /**
   * Bytes of texts and lists that it gave to the gadget, texts of errors among them. Numbers and handles that stand alone are
   * not counted. Undefined with reference bindings, where nobody sees them, and for functions of a preview.
   */
  bytesIn: number | undefined;
  /** Bytes of texts and lists that the gadget gave to it. */
  bytesOut: number | undefined;
}
