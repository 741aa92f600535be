import { anyJob, extism, jco, ours, plain } from '../calls/hosts.ts';
import { callMetrics, callsWith } from '../calls/variant.ts';
import { wasmtimeVariant } from '../peers/wasmtime/variant.ts';
import type { Workload } from '../workload.ts';

const call = callsWith(1);

/** What a gadget does mostly: read a text, write it. */
export const eventRedact: Workload = {
  name: 'event-redact',
  about: 'an event of one row, of which the gadget redacts one text',
  metrics: callMetrics,
  variants: [
    call('plain JavaScript', 'redact-rows', plain),
    call('Rust', 'redact-rows', ours(anyJob), 500),
    call('Go', 'redact-rows', ours(['bench/gadgets/redact-rows-go', false])),
    call('TypeScript', 'redact-rows', ours(['gadgets/redact', false]), 8000),
    call("Rust, jco's glue", 'redact-rows', ours(anyJob, { bindings: 'reference' })),
    call('jco', 'redact-rows', jco(anyJob, false)),
    call('jco, plain environment', 'redact-rows', jco(anyJob, true)),
    call('Extism', 'redact-rows', extism),
    wasmtimeVariant('wasmtime', 'redact-rows', 1),
  ],
  baselines: ['plain JavaScript', 'jco'],
};
