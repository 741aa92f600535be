import type { OpenRow } from '../rows.ts';
import { addend, rowAfter } from './job.ts';
import type { OpenSubject } from './subject.ts';

/** No guest: a function that gets an object and gives one. */
export const openPlain: OpenSubject<'plain'> = (_host, job, packets) => {
  const reads = job.startsWith('read');
  let sum = 0;
  let rowsOut = 0;
  let out: readonly OpenRow[] = [];
  return Promise.resolve({
    call(packet) {
      const rows = packets[packet]!;
      if (reads) {
        for (const row of rows) sum += addend(job, row);
        out = rows;
      } else {
        const made = new Array<OpenRow>(rows.length);
        for (let i = 0; i < rows.length; i++) made[i] = rowAfter(job, rows[i]!);
        out = made;
      }
      rowsOut += out.length;
    },
    rows: () => out,
    get rowsOut() {
      return rowsOut;
    },
    busyMs: undefined,
    close: () => Promise.resolve(BigInt(sum)),
  });
};
