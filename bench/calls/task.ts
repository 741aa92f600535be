import type { Bindings } from '../../host/src/run/options.ts';
import type { Job } from './job.ts';

/** A component that one of the hosts runs. */
export interface CallGuest {
  /** File. */
  component: string;
  /** Whether it takes the job as its parameter `job`; else it does one job only. */
  takesJob: boolean;
}

/** Who calls the guest, and what is special about it. Crosses as JSON. */
export type CallHost =
  /** Functions on objects, no guest. */
  | { kind: 'plain' }
  /** This project: a run in this process; rows are pushed, an output takes them. */
  | {
      kind: 'gadget';
      guest: CallGuest;
      bindings: Bindings;
      cacheDir: string;
      /** Further gadgets behind it in the chain; they read and write nothing, unless they are others than `guest`. */
      behind?: readonly CallGuest[];
      /** What is pushed: packets that are there, or objects, as somebody begins with it. Default: packets. */
      given?: 'packets' | 'objects';
      /** Fields beside the five of a row, with values that nobody touches. Default: 0. */
      moreFields?: number;
      /** Of each call. Default: none, nothing is counted. */
      fuel?: number;
      /** `worker`: each gadget in a thread of its own. Default: inline. */
      isolation?: 'inline' | 'worker';
    }
  /** What jco makes of the component, with a small host of plain JavaScript behind it. */
  | {
      kind: 'jco';
      guest: CallGuest;
      /** Whether `process.env`, which jco's glue reads in every call, is made a plain object. */
      plainEnvironment: boolean;
    }
  /** Extism's JavaScript SDK, with a plug-in that does the same. `plugin`: file. */
  | { kind: 'extism'; plugin: string };

/** What a process of its own shall measure. Crosses as JSON. */
export interface CallTask {
  host: CallHost;
  job: Job;
  /** In each packet. */
  rows: number;
  /** How long is timed, after as long again to get warm; 0 only proves. Milliseconds. */
  ms: number;
}

/** What it found. Nanoseconds. */
export interface CallAnswer {
  /** For each row: from what is pushed to the packet that comes of it. */
  perRow: number;
  /** Processor time of the thread in which it happens. */
  cpuPerRow: number;
  /** The part of it spent in calls of the first gadget, where the host tells. */
  inGadget?: number;
}
