import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkoutCommand, gadget } from '../gadget-command.ts';
import { languages } from '../languages.ts';
import { openRowLines, proveRedactedLines } from '../rows.ts';
import { type Bench, type Measurement, prove, type Variant, type Workload } from '../workload.ts';
import { bareNode } from './bare-node.ts';
import { hasFiles } from './cache-files.ts';

const rows = 1000;
const inputOf = ({ scratch }: Bench): string => join(scratch.folder, 'first-row.ndjson');
const cacheOf = ({ scratch }: Bench): string => join(scratch.folder, 'first-row-cache');
const folderOf = ({ scratch }: Bench): string => join(scratch.folder, 'first-row/redact');

/** Where the first byte should be. Milliseconds. */
const goals = { Rust: 150, TypeScript: 200, Go: 250 } as const;
const commandOf = async ({ installed }: Bench): Promise<string> => (await installed.project()).command;
const checkout = (): Promise<string> => Promise.resolve(checkoutCommand);

/** How long one waits for the first row of a gadget that ran before. */
export const firstRow: Workload = {
  name: 'first-row',
  about: 'gadget run redact over a file, cached: from process start to the first byte on stdout',
  metrics: [
    { name: 'first byte', unit: 'ms', better: 'lower' },
    { name: 'time', unit: 'ms', better: 'lower' },
  ],
  variants: [
    ...languages.map(({ name, byColumn }) =>
      variant(name, goals[name], commandOf, ({ components }) => components.file(byColumn)),
    ),
    variant('folder', 500, commandOf, (bench) => Promise.resolve(folderOf(bench))),
    variant('folder, from the checkout', 500, checkout, (bench) => Promise.resolve(folderOf(bench))),
    bareNode,
  ],
  baselines: [bareNode.name],
  async prepare(bench) {
    await writeFile(inputOf(bench), openRowLines(0, rows));
    await cp(join(import.meta.dirname, '../../gadgets/redact'), folderOf(bench), { recursive: true });
  },
};

function variant(
  name: string,
  atMost: number,
  command: (bench: Bench) => Promise<string>,
  which: (bench: Bench) => Promise<string>,
): Variant {
  const measure = async (bench: Bench): Promise<Measurement> => {
    const argv = ['run', await which(bench), '--source', `open=ndjson:${inputOf(bench)}`, '-o', 'json'];
    const done = await gadget(await command(bench), argv, { cacheHome: cacheOf(bench) });
    proveRedactedLines(done.stdout, rows);
    return { 'first byte': done.firstByteMs!, time: done.ms };
  };
  return {
    name,
    goals: { 'first byte': { atMost } },
    async prove(bench) {
      await measure(bench);
      prove(hasFiles(cacheOf(bench)), 'nothing was cached');
    },
    measure,
  };
}
