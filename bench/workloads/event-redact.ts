import { anyJob, extism, jco, ours, plain } from '../calls/hosts.ts';
import { callMetrics, type CallVariant, callVariant } from '../calls/variant.ts';
import { wasmtimeVariant } from '../peers/wasmtime/variant.ts';
import type { Workload } from '../workload.ts';

const call = (name: string, host: CallVariant['host'], goals?: CallVariant['goals']) =>
  callVariant({ name, host, job: 'redact-rows', rows: 1, ...(goals && { goals }) });

/** What a gadget does mostly: read a text, write it. */
export const eventRedact: Workload = {
  name: 'event-redact',
  about: 'an event of one row, of which the gadget redacts one text',
  metrics: callMetrics,
  variants: [
    call('plain JavaScript', plain),
    call('Rust', ours(anyJob), { 'in gadget': { atMost: 500 } }),
    call('Go', ours(['bench/gadgets/redact-rows-go', false])),
    call('TypeScript', ours(['gadgets/redact', false]), { 'in gadget': { atMost: 8000 } }),
    call("Rust, jco's glue", ours(anyJob, { bindings: 'reference' })),
    call('jco', jco(anyJob, false)),
    call('jco, plain environment', jco(anyJob, true)),
    call('Extism', extism),
    wasmtimeVariant('wasmtime', 'redact-rows', 1),
  ],
  baselines: ['plain JavaScript', 'jco'],
};
