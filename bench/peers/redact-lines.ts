/** What one would write without gadgets: lines of JSON from a file, `filename` redacted, to standard output. */
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { redact } from '../../gadgets/redact/redact.ts';

const batchLines = 1024;

function change(lines: string): string {
  let changed = '';
  for (const line of lines.split('\n')) {
    const row = JSON.parse(line) as { filename: string };
    row.filename = redact(row.filename);
    changed += `${JSON.stringify(row)}\n`;
  }
  return changed;
}

let rest = '';
for await (const chunk of createReadStream(process.argv[2]!, {
  encoding: 'utf8',
  highWaterMark: batchLines * 128,
})) {
  const text = rest + (chunk as string);
  const end = text.lastIndexOf('\n');
  rest = text.slice(end + 1);
  if (end !== -1 && !process.stdout.write(change(text.slice(0, end)))) await once(process.stdout, 'drain');
}
if (rest !== '') process.stdout.write(change(rest));
