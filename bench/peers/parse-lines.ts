/** The least that anybody does with JSON in JavaScript: reads a file, parses each line, adds up one number of it. */
import { createReadStream } from 'node:fs';

let sum = 0;

function add(lines: string): void {
  for (const line of lines.split('\n')) sum += (JSON.parse(line) as { pid: number }).pid;
}

let rest = '';
for await (const chunk of createReadStream(process.argv[2]!, {
  encoding: 'utf8',
  highWaterMark: 128 * 1024,
})) {
  const text = rest + (chunk as string);
  const end = text.lastIndexOf('\n');
  rest = text.slice(end + 1);
  if (end !== -1) add(text.slice(0, end));
}
if (rest !== '') add(rest);
console.log(sum);
