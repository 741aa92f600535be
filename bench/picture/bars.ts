import type { Extra } from '../workload.ts';

/** A number of a run, as a bar. */
export interface Bar {
  label: string;
  workload: string;
  variant: string;
  metric: string;
  /** What ours are compared with. */
  peer?: boolean;
  /** Left out where it was not asked for. */
  extra?: Extra;
}

/** What `--picture` draws. All bars have one unit; shorter is better, or longer, for all of them. */
export interface Picture {
  title: string;
  /** What the length of a bar is. */
  about: string;
  /** What the two colours mean. */
  legend: { ours: string; peers: string };
  /** `logarithmic` when the longest would make the shortest vanish. */
  scale: 'linear' | 'logarithmic';
  bars: readonly Bar[];
}

const workload = 'event-redact';
const metric = 'a row';

/** What an event costs, by language and beside other ways. */
export const picture: Picture = {
  title: 'An event of one row, one text of it redacted',
  about: 'time from the packet to the packet that comes of it; shorter is better',
  legend: { ours: 'a gadget in this host', peers: 'other ways' },
  scale: 'logarithmic',
  bars: [
    { label: 'plain JavaScript', workload, variant: 'plain JavaScript', metric, peer: true },
    { label: 'Rust', workload, variant: 'Rust', metric },
    { label: 'wasmtime, Rust', workload, variant: 'wasmtime', metric, peer: true, extra: 'wasmtime' },
    { label: 'Go', workload, variant: 'Go', metric },
    { label: 'Extism, Rust', workload, variant: 'Extism', metric, peer: true },
    { label: 'TypeScript', workload, variant: 'TypeScript', metric },
    {
      label: 'jco, plain environment, Rust',
      workload,
      variant: 'jco, plain environment',
      metric,
      peer: true,
    },
    { label: 'jco, Rust', workload, variant: 'jco', metric, peer: true },
  ],
};
