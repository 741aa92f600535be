import { anyJob, jco, ours } from '../calls/hosts.ts';
import { callMetrics, callsWith } from '../calls/variant.ts';
import { wasmtimeVariant } from '../peers/wasmtime/variant.ts';
import type { Workload } from '../workload.ts';

const rows = 1000;
const call = callsWith(rows);

/** A row is one call of the API, and next to nothing else; or four bytes of a column read and of one written. */
export const singleCalls: Workload = {
  name: 'single-calls',
  about: '1000 rows a packet: one get-u32 or get-text a row, or one column of u32 copied to another',
  metrics: callMetrics,
  variants: [
    call('get-u32', 'read-pid', ours(anyJob), 25),
    call('get-text', 'read-text', ours(anyJob), 80),
    call('column of u32', 'copy-u32', ours(anyJob), 2.5),
    call('get-u32, jco', 'read-pid', jco(anyJob, false)),
    call('get-text, jco', 'read-text', jco(anyJob, false)),
    call('column of u32, jco', 'copy-u32', jco(anyJob, false)),
    wasmtimeVariant('get-u32, wasmtime', 'read-pid', rows),
    wasmtimeVariant('get-text, wasmtime', 'read-text', rows),
    wasmtimeVariant('column of u32, wasmtime', 'copy-u32', rows),
  ],
};
