import type { Delivery } from '../data/data-source.ts';
import type { Packet } from '../data/packet.ts';
import type { ErrorCode } from '../errors.ts';
import type { FieldSpec } from '../sources/source.ts';

/** The form of the text that a record is written in. A host reads this one and no other. */
export const recordVersion = 1;

/**
 * A packet on which a gadget failed, with all that one call needs to be done again. What the gadget kept of earlier packets is not
 * in it. Parameters are, secrets among them.
 */
export interface QuarantinedPacket {
  gadget: QuarantinedGadget;
  /** The newest `gadget:api` of the host that kept it. */
  api: string;
  /** Whether the gadget might use the preview of the next major. */
  previewApi: boolean;
  params: Readonly<Record<string, string>>;
  /** The hook that failed. */
  hook: 'on-packet';
  /** Count of packets that the gadget had received, this one included. */
  number: number;
  error: { code: ErrorCode; message: string };
  clock: CallClock;
  /** The seed of the gadget's random numbers. */
  seed: readonly [bigint, bigint];
  bounds: QuarantinedBounds;
  /** The data sources as they were before the gadget's init, in order. */
  sources: readonly QuarantinedSource[];
  /** By source: the fields that outputs or later gadgets wanted. */
  requested: Readonly<Record<string, readonly string[]>>;
  /** The rows as the gadget got them. */
  packet: Packet;
}

/** Which gadget it was. */
export interface QuarantinedGadget {
  /** In its chain. */
  name: string;
  /** As its gadget.yaml says; undefined: that is not known. */
  version?: string | undefined;
  /** `sha256:` and 64 hexadecimal digits, of the component; undefined: it is none. */
  digest?: string | undefined;
  /** Where the component came from, as it was given: a path or a name; undefined: from memory. */
  from?: string | undefined;
}

/** The clocks as the gadget read them in the call, in nanoseconds. */
export interface CallClock {
  /** Since the Unix epoch. Without a read: when the call had failed. Never empty. */
  wallNs: readonly bigint[];
  /** Never going back. Never empty. */
  monotonicNs: readonly bigint[];
  /** Further reads of either, which were not kept. */
  more: number;
}

/** What the gadget might use. */
export interface QuarantinedBounds {
  /** Bytes; undefined: it is no component. */
  maxMemoryBytes?: number | undefined;
  /** Steps of the call; undefined: they were not counted. */
  fuel?: number | undefined;
  /** Milliseconds of the call. */
  deadlineMs: number;
  isolation: 'worker' | 'inline';
}

/** A data source before the gadget's init. */
export interface QuarantinedSource {
  name: string;
  delivery: Delivery;
  hidden: boolean;
  fields: readonly FieldSpec[];
}

/** Rows times fields of one record. A value takes some nine bytes, set or not, and in a text an unset one takes none. */
export const maxRecordCells: number = 2 ** 25;
