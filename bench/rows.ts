import { redact } from '../gadgets/redact/redact.ts';
import { prove } from './workload.ts';

/** A row of the workloads: like an event of a file being opened. */
export type OpenRow = {
  pid: number;
  uid: number;
  comm: string;
  filename: string;
  args: string;
};

const programs = ['bash', 'git', 'make', 'node', 'python3', 'vim'];
const users = ['ann', 'bob', 'chidi', 'dunja', 'émile', 'fatou'];
const folders = ['projects/site/src', 'tmp', '.config', 'projects/api/node_modules/.bin'];

/** The row of a number, always the same; half of them name a user. About 120 bytes as JSON. */
export function openRow(number: number): OpenRow {
  const mixed = Math.imul(number + 1, 0x9e37_79b1) >>> 0;
  const file = `${folders[(mixed >>> 4) % folders.length]}/file-${mixed % 100_000}.txt`;
  return {
    pid: 1000 + (mixed % 4_000_000),
    uid: 1000 + (mixed % users.length),
    comm: programs[(mixed >>> 8) % programs.length]!,
    filename:
      mixed % 2 === 0 ? `/usr/share/${file}` : `/home/${users[(mixed >>> 16) % users.length]}/${file}`,
    args: mixed % 3 === 0 ? '' : '--color=auto --verbose',
  };
}

/** How a line is written: by JSON.stringify, or with an escape that it would not use, so that no short way of reading fits. */
export type LineStyle = 'usual' | 'unusual';

/** Rows of numbers from `start`, as lines of JSON. */
export function openRowLines(start: number, count: number, style: LineStyle = 'usual'): string {
  let lines = '';
  for (let number = start; number < start + count; number++) {
    const line = JSON.stringify(openRow(number));
    lines += `${style === 'usual' ? line : line.replace('/', '\\/')}\n`;
  }
  return lines;
}

/**
 * Checks lines of JSON against the first `count` rows with `filename` redacted by plain JavaScript: every row, every
 * value, in order. Throws a ProofError.
 */
export function proveRedactedLines(output: Uint8Array, count: number): void {
  const lines = Buffer.from(output.buffer, output.byteOffset, output.byteLength);
  let start = 0;
  let number = 0;
  while (start < lines.length) {
    const end = lines.indexOf(10, start);
    prove(end !== -1, `row ${number} is cut off`);
    const got = JSON.parse(lines.toString('utf8', start, end)) as Record<string, unknown>;
    const row = openRow(number);
    const wanted: Record<string, unknown> = { ...row, filename: redact(row.filename) };
    const names = Object.keys(wanted);
    prove(
      Object.keys(got).length === names.length && names.every((name) => got[name] === wanted[name]),
      `row ${number} is ${JSON.stringify(got)}, not ${JSON.stringify(wanted)}`,
    );
    number++;
    start = end + 1;
  }
  prove(number === count, `${number} rows came out, not ${count}`);
}
