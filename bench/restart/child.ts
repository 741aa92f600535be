/** Has a gadget fall once in this process; tells how long until it is there again, as JSON on standard output. */
import { createRun, type Isolation } from '../../host/src/index.ts';
import { prove } from '../workload.ts';

/** What it is given as its argument. */
export interface RestartTask {
  component: string;
  cacheDir: string;
  isolation: Isolation;
}

/** What it tells. */
export interface RestartTime {
  /** From when the call failed until the new instance had started. Milliseconds. */
  ms: number;
}

const { component, cacheDir, isolation } = JSON.parse(process.argv[2]!) as RestartTask;
let fell = 0;
let again = 0;
const passed: unknown[] = [];
const run = await createRun({
  gadgets: [component],
  sources: { open: { schema: { falls: 'boolean', number: 'uint32' } } },
  outputs: [
    {
      fields: ({ fields }) => fields,
      write: (packet) => void passed.push(...[...packet.rows()].map((row) => row['number'])),
      close() {},
    },
  ],
  cacheDir,
  isolation,
  onFailure: () => void (fell = performance.now()),
  onLog: ({ message }) => {
    if (message.endsWith('has been started again')) again = performance.now();
  },
});
await run.start();
const input = run.source('open');
for (let number = 0; number < 5; number++) await input.push([{ falls: number === 2, number }]);
const { stats } = await run.close();
prove(stats.gadgets[0]!.restarts === 1, `it was started again ${stats.gadgets[0]!.restarts} times`);
prove(String(passed) === '0,1,3,4', `rows ${String(passed)} passed`);
process.stdout.write(JSON.stringify({ ms: again - fell } satisfies RestartTime));
