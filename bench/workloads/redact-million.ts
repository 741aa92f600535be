import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gadget } from '../gadget-command.ts';
import { type LineStyle, openRow, openRowLines, proveRedactedLines } from '../rows.ts';
import { runTimed, type TimedOptions, type TimedProcess } from '../timed-process.ts';
import { usageMeasurement, usageMetrics } from '../usage-metrics.ts';
import { type Bench, type Measurement, prove, type Variant, type Workload } from '../workload.ts';

const million = 1_000_000;
/** Enough for several packets; the million itself is checked in each round. */
const rowsOfProof = 10_000;
const inputOf = ({ scratch }: Bench, style: LineStyle, rows: number): string =>
  join(scratch.folder, `${style}-${rows}.ndjson`);

/** Runs the work over a file; what comes out goes to standard output. */
type Work = (bench: Bench, input: string, options: TimedOptions) => Promise<TimedProcess>;

/** A big file through a gadget. */
export const redactMillion: Workload = {
  name: 'redact-million',
  about: '1,000,000 lines of JSON through gadget run -o json, to a file and to a pipe',
  metrics: [
    { name: 'speed', unit: 'rows/s', better: 'higher' },
    { name: 'time', unit: 's', better: 'lower' },
    ...usageMetrics,
  ],
  variants: [
    variant('Rust, to a file', through('guest-rust-example'), {
      goals: { speed: { atLeast: 1_000_000 }, 'peak memory': { atMost: 110 } },
    }),
    variant('Rust, unusual lines, to a file', through('guest-rust-example'), {
      style: 'unusual',
      goals: { speed: { atLeast: 450_000 } },
    }),
    variant('TypeScript, to a file', through('gadgets/redact'), {
      goals: { 'peak memory': { atMost: 300 } },
    }),
    variant('TypeScript, to a pipe', through('gadgets/redact'), {
      toFile: false,
      goals: { 'peak memory': { atMost: 300 } },
    }),
    variant('plain JavaScript', inJavaScript('redact-lines.ts')),
    variant('JSON.parse alone', inJavaScript('parse-lines.ts'), { check: proveSum }),
  ],
  baselines: ['plain JavaScript', 'JSON.parse alone'],
  maxRounds: 2,
  async prepare(bench) {
    for (const style of ['usual', 'unusual'] as const) {
      await writeFile(inputOf(bench, style, rowsOfProof), openRowLines(0, rowsOfProof, style));
      const file = createWriteStream(inputOf(bench, style, million));
      for (let start = 0; start < million; start += 10_000) {
        if (!file.write(openRowLines(start, 10_000, style))) await once(file, 'drain');
      }
      file.end();
      await once(file, 'close');
    }
  },
};

function through(gadgetFolder: string): Work {
  return async (bench, input, options) => {
    const component = await bench.components.file(gadgetFolder);
    const cacheHome = join(bench.scratch.folder, 'million-cache');
    const argv = ['run', component, '--source', `open=ndjson:${input}`, '-o', 'json'];
    return gadget((await bench.installed.project()).command, argv, { ...options, cacheHome });
  };
}

function inJavaScript(peer: string): Work {
  return (_, input, options) =>
    runTimed(process.execPath, [join(import.meta.dirname, '../peers', peer), input], options);
}

function variant(
  name: string,
  work: Work,
  {
    toFile = true,
    style = 'usual',
    check = proveRedactedLines,
    goals,
  }: {
    toFile?: boolean;
    style?: LineStyle;
    check?: typeof proveRedactedLines;
    goals?: Variant['goals'];
  } = {},
): Variant {
  const measure = async (bench: Bench, rows: number): Promise<Measurement> => {
    const stdoutFile = toFile ? bench.scratch.path('out.ndjson') : undefined;
    const { ms, usage, stdout } = await work(bench, inputOf(bench, style, rows), { stdoutFile });
    const output = stdoutFile === undefined ? stdout : await readFile(stdoutFile);
    check(output, rows);
    if (stdoutFile !== undefined) await rm(stdoutFile);
    return {
      speed: rows / (ms / 1000),
      time: ms / 1000,
      ...usageMeasurement(usage),
    };
  };
  return {
    name,
    ...(goals && { goals }),
    prove: async (bench) => void (await measure(bench, rowsOfProof)),
    measure: (bench) => measure(bench, million),
  };
}

/** It has read every line: it tells the sum of their numbers. */
function proveSum(output: Uint8Array, rows: number): void {
  let sum = 0;
  for (let number = 0; number < rows; number++) sum += openRow(number).pid;
  const told = Buffer.from(output).toString().trim();
  prove(told === `${sum}`, `the sum is ${told}, not ${sum}`);
}
