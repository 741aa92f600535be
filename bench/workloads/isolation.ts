import { anyJob, ours } from '../calls/hosts.ts';
import { callMetrics, callVariant } from '../calls/variant.ts';
import type { Workload } from '../workload.ts';

const worker = { isolation: 'worker' } as const;

/** What it costs that a gadget can't hold up others: there and back, and each row. */
export const isolation: Workload = {
  name: 'isolation',
  about: 'packets of one and of 1024 rows through a gadget in the thread of the run and in one of its own',
  metrics: callMetrics,
  variants: [1, 1024].flatMap((rows) => [
    callVariant({ name: `${rows} a packet, nothing done`, host: ours(anyJob), job: 'nothing', rows }),
    callVariant({
      name: `${rows} a packet, nothing done, in a thread`,
      host: ours(anyJob, worker),
      job: 'nothing',
      rows,
      // There and back in 20 µs, and then 10 ns a row.
      atMost: 20_000 / rows + 10,
    }),
    callVariant({ name: `${rows} a packet, redacted`, host: ours(anyJob), job: 'redact-column', rows }),
    callVariant({
      name: `${rows} a packet, redacted in a thread`,
      host: ours(anyJob, worker),
      job: 'redact-column',
      rows,
    }),
  ]),
};
