import { anyJob, extism, type Guest, jco, ours, plain } from '../calls/hosts.ts';
import { callMetrics, callsWith } from '../calls/variant.ts';
import { wasmtimeVariant } from '../peers/wasmtime/variant.ts';
import type { Workload } from '../workload.ts';

const rows = 1000;
const call = callsWith(rows);
const go: Guest = ['bench/gadgets/redact-rows-go', false];
const goByColumn: Guest = ['guest-go-example', false];
const typeScript: Guest = ['bench/gadgets/redact-rows', false];
const typeScriptSearching: Guest = ['bench/gadgets/redact-column-search', false];
const typeScriptByColumn: Guest = ['bench/gadgets/redact-column', false];

/** Many rows at once, and the ways to go through them. */
export const rowsRedact: Workload = {
  name: 'rows-redact',
  about: '1000 rows a packet, one text of each redacted: row by row, by column, or as one block',
  metrics: callMetrics,
  variants: [
    call('plain JavaScript', 'redact-rows', plain),
    call('Rust, by row', 'redact-rows', ours(anyJob), 190),
    call('Rust, by column', 'redact-column', ours(anyJob), 110),
    call('Rust, packed', 'redact-packed', ours(anyJob), 25),
    call('Go, by row', 'redact-rows', ours(go), 1200),
    call('Go, by column', 'redact-column', ours(goByColumn), 600),
    call('TypeScript, by row', 'redact-rows', ours(typeScript)),
    call('TypeScript, by column', 'redact-column', ours(typeScriptByColumn)),
    call('TypeScript, by column, no regexp', 'redact-column', ours(typeScriptSearching), 800),
    call("Rust, by row, jco's glue", 'redact-rows', ours(anyJob, { bindings: 'reference' })),
    call('jco, by row', 'redact-rows', jco(anyJob, false)),
    call('jco, by row, plain environment', 'redact-rows', jco(anyJob, true)),
    call('jco, packed', 'redact-packed', jco(anyJob, false)),
    call('Extism, all at once', 'redact-packed', extism),
    wasmtimeVariant('wasmtime, by row', 'redact-rows', rows),
    wasmtimeVariant('wasmtime, by column', 'redact-column', rows),
    wasmtimeVariant('wasmtime, packed', 'redact-packed', rows),
  ],
  baselines: ['plain JavaScript', 'jco, by row'],
};
