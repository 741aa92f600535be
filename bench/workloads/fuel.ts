import { anyJob, type Guest, ours } from '../calls/hosts.ts';
import { callMetrics, callsWith } from '../calls/variant.ts';
import type { Workload } from '../workload.ts';

const call = callsWith(1000);
const go: Guest = ['guest-go-example', false];
const typeScript: Guest = ['bench/gadgets/redact-column', false];
/** More than a call takes. */
const plenty = 1_000_000_000;

/** What it costs to count what a gadget does. */
export const fuel: Workload = {
  name: 'fuel',
  about: '1000 rows a packet, one text of each redacted by column, with and without fuel',
  metrics: callMetrics,
  variants: [
    call('Rust', 'redact-column', ours(anyJob)),
    call('Rust, with fuel', 'redact-column', ours(anyJob, { fuel: plenty })),
    call('Go', 'redact-column', ours(go)),
    call('Go, with fuel', 'redact-column', ours(go, { fuel: plenty })),
    call('TypeScript', 'redact-column', ours(typeScript)),
    call('TypeScript, with fuel', 'redact-column', ours(typeScript, { fuel: plenty })),
  ],
};
