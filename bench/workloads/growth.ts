import { anyJob, ours } from '../calls/hosts.ts';
import { callMetrics, callVariant } from '../calls/variant.ts';
import type { Workload } from '../workload.ts';

/** The price of a row must not depend on how many come together, once there are some. */
export const growthRows: Workload = {
  name: 'growth-rows',
  about: 'rows redacted one by one, in packets of more and more of them: the price of a row stays',
  metrics: callMetrics,
  maxRounds: 2,
  variants: [16, 256, 4096, 65_536].map((rows) =>
    callVariant({ name: `${rows} rows`, host: ours(anyJob), job: 'redact-rows', rows }),
  ),
  baselines: ['16 rows'],
};

/** Fields that nobody touches cost nothing. */
export const growthFields: Workload = {
  name: 'growth-fields',
  about: 'rows redacted one by one, beside more and more fields with values: the price of a row stays',
  metrics: callMetrics,
  maxRounds: 2,
  variants: [5, 64, 256].map((fields) =>
    callVariant({
      name: `${fields} fields`,
      host: ours(anyJob, { moreFields: fields - 5 }),
      job: 'redact-rows',
      rows: 256,
    }),
  ),
  baselines: ['5 fields'],
};

/** Each gadget costs what one costs. */
export const growthChain: Workload = {
  name: 'growth-chain',
  about: 'an event of one row through more and more gadgets, of which the first reads a number',
  metrics: callMetrics,
  maxRounds: 2,
  variants: [1, 8, 32].map((gadgets) =>
    callVariant({
      name: gadgets === 1 ? '1 gadget' : `${gadgets} gadgets`,
      host: ours(anyJob, { behind: Array.from({ length: gadgets - 1 }, () => anyJob) }),
      job: 'read-pid',
      rows: 1,
    }),
  ),
  baselines: ['1 gadget'],
};

/** What V8 has specialised for one gadget it must share among several. */
export const threeGadgets: Workload = {
  name: 'three-gadgets',
  about: 'rows redacted by a gadget in Rust, alone and with one in Go and one in TypeScript behind it',
  metrics: callMetrics,
  maxRounds: 2,
  variants: [1, 1000].flatMap((rows) => [
    callVariant({ name: `${rows} a packet, alone`, host: ours(anyJob), job: 'redact-rows', rows }),
    callVariant({
      name: `${rows} a packet, with others`,
      host: ours(anyJob, {
        behind: [
          ['bench/gadgets/redact-rows-go', false],
          ['bench/gadgets/redact-rows', false],
        ],
      }),
      job: 'redact-rows',
      rows,
    }),
  ]),
};
