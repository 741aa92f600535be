import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gadget } from '../gadget-command.ts';
import { openRowLines, proveRedactedLines } from '../rows.ts';
import { runTimed, type TimedOptions, type TimedProcess } from '../timed-process.ts';
import { usageMeasurement, usageMetrics } from '../usage-metrics.ts';
import type { Bench, Measurement, Variant, Workload } from '../workload.ts';

const million = 1_000_000;
/** Enough for several packets; the million itself is checked in each round. */
const rowsOfProof = 10_000;
const inputOf = ({ scratch }: Bench, rows: number): string => join(scratch.folder, `${rows}.ndjson`);

/** A big file through a gadget. */
export const redactMillion: Workload = {
  name: 'redact-million',
  about: '1,000,000 lines of JSON through gadget run redact -o json, to a file and to a pipe',
  metrics: [
    { name: 'speed', unit: 'rows/s', better: 'higher' },
    { name: 'time', unit: 's', better: 'lower' },
    ...usageMetrics,
  ],
  variants: [
    variant('to a file', true, throughGadget),
    variant('to a pipe', false, throughGadget),
    variant('plain JavaScript', true, (_, input, options) =>
      runTimed(process.execPath, [join(import.meta.dirname, '../peers/redact-lines.ts'), input], options),
    ),
  ],
  baselines: ['plain JavaScript'],
  maxRounds: 3,
  async prepare(bench) {
    await writeFile(inputOf(bench, rowsOfProof), openRowLines(0, rowsOfProof));
    const file = createWriteStream(inputOf(bench, million));
    for (let start = 0; start < million; start += 10_000) {
      if (!file.write(openRowLines(start, 10_000))) await once(file, 'drain');
    }
    file.end();
    await once(file, 'close');
  },
};

async function throughGadget(bench: Bench, input: string, options: TimedOptions): Promise<TimedProcess> {
  const component = await bench.components.file('gadgets/redact');
  const cacheHome = join(bench.scratch.folder, 'million-cache');
  const argv = ['run', component, '--source', `open=ndjson:${input}`, '-o', 'json'];
  return gadget(argv, { ...options, cacheHome });
}

function variant(
  name: string,
  toFile: boolean,
  run: (bench: Bench, input: string, options: TimedOptions) => Promise<TimedProcess>,
): Variant {
  const measure = async (bench: Bench, rows: number): Promise<Measurement> => {
    const stdoutFile = toFile ? bench.scratch.path('out.ndjson') : undefined;
    const { ms, usage, stdout } = await run(bench, inputOf(bench, rows), { stdoutFile });
    const output = stdoutFile === undefined ? stdout : await readFile(stdoutFile);
    proveRedactedLines(output, rows);
    if (stdoutFile !== undefined) await rm(stdoutFile);
    return {
      speed: rows / (ms / 1000),
      time: ms / 1000,
      ...usageMeasurement(usage),
    };
  };
  return {
    name,
    ...(run === throughGadget && { goals: { 'peak memory': { atMost: 300 } } }),
    prove: async (bench) => void (await measure(bench, rowsOfProof)),
    measure: (bench) => measure(bench, million),
  };
}
