import { anyJob, jco, ours, plain } from '../calls/hosts.ts';
import { callMetrics, callsWith } from '../calls/variant.ts';
import { wasmtimeVariant } from '../peers/wasmtime/variant.ts';
import type { Workload } from '../workload.ts';

const call = callsWith(1);

/** The least that a gadget does with an event. */
export const eventRead: Workload = {
  name: 'event-read',
  about: 'an event of one row, of which the gadget reads one number',
  metrics: callMetrics,
  variants: [
    call('plain JavaScript', 'read-pid', plain),
    call('Rust', 'read-pid', ours(anyJob), 180),
    call("Rust, jco's glue", 'read-pid', ours(anyJob, { bindings: 'reference' })),
    call('jco', 'read-pid', jco(anyJob, false)),
    call('jco, plain environment', 'read-pid', jco(anyJob, true)),
    wasmtimeVariant('wasmtime', 'read-pid', 1),
  ],
  baselines: ['plain JavaScript', 'jco'],
};
