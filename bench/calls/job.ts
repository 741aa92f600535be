import { redact } from '../../gadgets/redact/redact.ts';
import type { OpenRow } from '../rows.ts';

/** What the guest does with each packet. Those of `bench/gadgets/calls-rust` know all of them, by parameter. */
export const jobs = [
  'nothing',
  'read-pid',
  'read-text',
  'redact-rows',
  'redact-column',
  'redact-packed',
  'copy-u32',
] as const;

/** One of {@link jobs}. */
export type Job = (typeof jobs)[number];

/** A row after the job. */
export function rowAfter(job: Job, row: OpenRow): OpenRow {
  if (job === 'copy-u32') return { ...row, uid: row.pid };
  return job.startsWith('redact') ? { ...row, filename: redact(row.filename) } : row;
}

/** What the guest adds to its sum for a row: what it has read must be told, or it could be left out. */
export function addend(job: Job, row: OpenRow): number {
  if (job === 'read-pid') return row.pid;
  return job === 'read-text' ? Buffer.byteLength(row.filename) : 0;
}
