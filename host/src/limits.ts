/**
 * Every cap there is, with its unit and reason. The comments in wit/ name the same numbers. A cap that a guest
 * runs into answers `limit-exceeded`; one that an operator may move is an option of `createRun`.
 */
export interface Limits {
  /** Components larger than this are refused unread. Bytes. */
  maxComponentBytes: number;
  /**
   * Linear memory of one gadget, all its core modules together. Growth beyond it is refused to the guest; a component that
   * begins with more is not loaded. Bytes.
   */
  maxMemoryBytes: number;
  /** Elements of the tables of one gadget's core modules together; the engine keeps some 8 bytes for each. */
  maxTableElements: number;
  /** Data sources in a run. Names are listed to guests, and every output holds one entry for each. */
  maxSources: number;
  /** Fields of one data source. A guest may cause this many columns per packet. */
  maxFields: number;
  /** Length of a source's, field's, tag's or parameter's name. Bytes of UTF-8. */
  maxNameBytes: number;
  /** Tags of one field. */
  maxTags: number;
  /** Annotations of one field. */
  maxAnnotations: number;
  /** Length of an annotation's value. Bytes of UTF-8. */
  maxAnnotationBytes: number;
  /** Length of one log message; the rest is cut and marked. Bytes of UTF-8. */
  maxLogBytes: number;
  /** Log lines of one gadget in a second; the others are held back and counted. Whoever reads a log can't read more. */
  maxLogLines: number;
  /** Live handles of one gadget: fields, packets and data sources together. */
  maxHandles: number;
  /** Rows of a packet of events; what is larger is cut into several. */
  maxPacketRows: number;
  /** Rows of a snapshot, which is never cut. */
  maxSnapshotRows: number;
  /** Rows that one gadget may append to one packet. */
  maxAppendedRows: number;
  /** Bytes of one text or bytes value. */
  maxValueBytes: number;
  /** Bytes of one column of text or bytes in one packet. */
  maxColumnBytes: number;
  /** Packets made by `new-packet` and not yet emitted or dropped, per gadget. */
  maxOpenPackets: number;
  /** Emitted packets waiting to enter the chain, per run. */
  maxQueuedPackets: number;
  /**
   * Rows of one source that wait to enter the chain, where whoever pushes them can't wait (`whenFull: 'drop'`); a packet counts as one at
   * least. A tenth of a second of the fastest sources, and some ten megabytes.
   */
  maxWaitingRows: number;
  /** How often a packet may cause another which causes another. Gadgets that feed each other end here. */
  maxEmitDepth: number;
  /** Timers of one gadget. */
  maxTimers: number;
  /** Subscriptions of one gadget. */
  maxSubscriptions: number;
  /**
   * JavaScript heap of the thread of one gadget, with isolation `worker`. What lies there is the host's: handles, strings on their
   * way, lists of messages. Columns and the gadget's own memory lie beside it. Bytes, in steps of 2^20.
   */
  maxThreadHeapBytes: number;
  /** One file of a quarantine: a packet is kept whole or not at all. Bytes. */
  maxQuarantineFileBytes: number;
  /** All files of a quarantine's folder together: a gadget that fails on every packet shall not fill the disk. Bytes. */
  maxQuarantineFolderBytes: number;
  /** Files of a quarantine's folder: for who looks through them. */
  maxQuarantineFiles: number;
}

/** The caps in force unless `createRun({limits})` says otherwise. */
export const defaultLimits: Readonly<Limits> = Object.freeze({
  maxComponentBytes: 256 * 1024 * 1024,
  maxMemoryBytes: 64 * 1024 * 1024,
  maxTableElements: 100_000,
  maxSources: 64,
  maxFields: 1024,
  maxNameBytes: 256,
  maxTags: 64,
  maxAnnotations: 64,
  maxAnnotationBytes: 4096,
  maxLogBytes: 8192,
  maxLogLines: 200,
  maxHandles: 4096,
  maxPacketRows: 8192,
  maxSnapshotRows: 1_048_576,
  maxAppendedRows: 65_536,
  maxValueBytes: 16 * 1024 * 1024,
  maxColumnBytes: 256 * 1024 * 1024,
  maxOpenPackets: 256,
  maxQueuedPackets: 1024,
  maxWaitingRows: 65_536,
  maxEmitDepth: 64,
  maxTimers: 64,
  maxSubscriptions: 64,
  maxThreadHeapBytes: 128 * 1024 * 1024,
  maxQuarantineFileBytes: 16 * 1024 * 1024,
  maxQuarantineFolderBytes: 256 * 1024 * 1024,
  maxQuarantineFiles: 1000,
});

/** Fills the gaps of what an embedder asked for; refuses caps that are not positive whole numbers. */
export function resolveLimits(asked: Partial<Limits> = {}): Readonly<Limits> {
  const limits: Limits = { ...defaultLimits };
  for (const [name, value] of Object.entries(asked)) {
    if (value === undefined) continue;
    if (!(name in defaultLimits)) throw new RangeError(`there is no limit called ${name}`);
    if (!Number.isSafeInteger(value) || value < 1)
      throw new RangeError(`limit ${name} must be a positive whole number`);
    limits[name as keyof Limits] = value;
  }
  return Object.freeze(limits);
}
