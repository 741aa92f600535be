import { runTimed } from '../timed-process.ts';
import { usageMeasurement } from '../usage-metrics.ts';
import { type Measurement, prove, type Variant } from '../workload.ts';

/** Node alone, printing one line: what no command written for it can go below. */
export const bareNode: Variant = {
  name: 'node alone',
  prove: async () => void (await measure()),
  measure,
};

async function measure(): Promise<Measurement> {
  const done = await runTimed(process.execPath, ['-e', 'console.log(1)']);
  prove(done.stdout.toString() === '1\n', `node printed ${done.stdout.toString()}`);
  return {
    time: done.ms,
    'first byte': done.firstByteMs!,
    ...usageMeasurement(done.usage),
  };
}
