/** A number of a run, as a bar. */
export interface Bar {
  label: string;
  workload: string;
  variant: string;
  metric: string;
  /** What ours are compared with. */
  peer?: boolean;
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

const workload = 'languages-1000-rows';

/** The price of a row in each language. */
export const picture: Picture = {
  title: 'One row redacted, in packets of 1000',
  about: 'time for a row in the gadget; shorter is better',
  legend: { ours: 'in a gadget', peers: 'the same function without a gadget' },
  scale: 'logarithmic',
  bars: [
    { label: 'plain JavaScript', workload, variant: 'plain JavaScript', metric: 'a row', peer: true },
    { label: 'Rust, by column', workload, variant: 'Rust, by column', metric: 'in gadget' },
    { label: 'Rust, by row', workload, variant: 'Rust, by row', metric: 'in gadget' },
    { label: 'Go, by column', workload, variant: 'Go, by column', metric: 'in gadget' },
    { label: 'Go, by row', workload, variant: 'Go, by row', metric: 'in gadget' },
    { label: 'TypeScript, by column', workload, variant: 'TypeScript, by column', metric: 'in gadget' },
    { label: 'TypeScript, by row', workload, variant: 'TypeScript, by row', metric: 'in gadget' },
  ],
};
