import { anyJob, jco, ours, plain } from '../calls/hosts.ts';
import { callMetrics, type CallVariant, callVariant } from '../calls/variant.ts';
import { wasmtimeVariant } from '../peers/wasmtime/variant.ts';
import type { Workload } from '../workload.ts';

const call = (name: string, host: CallVariant['host'], goals?: CallVariant['goals']) =>
  callVariant({ name, host, job: 'read-pid', rows: 1, ...(goals && { goals }) });

/** The least that a gadget does with an event. */
export const eventRead: Workload = {
  name: 'event-read',
  about: 'an event of one row, of which the gadget reads one number',
  metrics: callMetrics,
  variants: [
    call('plain JavaScript', plain),
    call('Rust', ours(anyJob), { 'in gadget': { atMost: 180 } }),
    call("Rust, jco's glue", ours(anyJob, { bindings: 'reference' })),
    call('jco', jco(anyJob, false)),
    call('jco, plain environment', jco(anyJob, true)),
    wasmtimeVariant('wasmtime', 'read-pid', 1),
  ],
  baselines: ['plain JavaScript', 'jco'],
};
