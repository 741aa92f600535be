import type { InterfaceRequest } from '../component/request.ts';
import type { OutputSpec } from '../outputs/select.ts';
import type { FailurePolicy, Isolation, LogLevel } from '../run/options.ts';
import type { FieldSpec } from '../sources/source.ts';
import type { SourceSpec } from '../sources/spec.ts';
import type { Bounds } from './bounds.ts';

/** Everything about a run that the thread of the gadgets must know: plain data, checked as far as that goes without running. */
export interface RunPlan {
  gadgets: readonly PlannedGadget[];
  sources: readonly PlannedSource[];
  sourceOptions: SourceOptions;
  outputs: readonly OutputSpec[];
  /** Names of fields to print. */
  fields: readonly string[] | undefined;
  /** The run ends when so many rows of one source have been printed. */
  maxRows: number | undefined;
  timeoutMs: number | undefined;
  /** Whether gadgets may use the preview of the next major. */
  previewApi: boolean;
  /** Restarts of a gadget within a minute; undefined: the default. */
  maxRestarts: number | undefined;
  /** Whether each gadget has a thread of its own. */
  isolation: Isolation;
  /** Of every gadget: those of the flags. */
  grants: readonly string[];
  logLevel: LogLevel;
  /** Whether counts are printed at the end, and so often before. */
  stats: { everyMs: number | undefined } | undefined;
  /** Whether it is measured where the time of the gadgets goes; `cpuFile` gets a CPU profile, too. */
  profile: { cpuFile: string | undefined } | undefined;
  cacheDir: string | false | undefined;
  /** The folder, links resolved, for packets that gadgets fail on; undefined: none is kept. */
  quarantine: string | undefined;
  /** The text of such a packet, which is all that the one gadget gets; undefined: rows come from the sources. */
  replay: string | undefined;
}

export interface PlannedGadget extends Bounds {
  name: string;
  /** From its gadget.yaml; undefined: it has none. */
  version: string | undefined;
  /** What was written for it. */
  from: string;
  /** Bytes, or the path of a file. */
  component: Uint8Array | string;
  params: Readonly<Record<string, string>>;
  onFailure: FailurePolicy;
  /** What the policy file grants. */
  grants: readonly string[];
  /** What its gadget.yaml requests; undefined: it has none. */
  requests: readonly InterfaceRequest[] | undefined;
  annotations: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>;
  /** Names of the sources that its gadget.yaml expects. */
  expects: readonly string[];
}

export interface PlannedSource {
  name: string;
  /** Without the name. */
  spec: SourceSpec;
  /** For inputs that have none of their own. */
  schema: readonly FieldSpec[] | undefined;
}

/** What applies to every source that knows it. */
export interface SourceOptions {
  intervalMs: number | undefined;
  strict: boolean;
  batchRows: number | undefined;
  batchMs: number | undefined;
}
