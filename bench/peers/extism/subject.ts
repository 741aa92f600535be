import { createPlugin, type PluginOutput } from '@extism/extism';
import type { OpenSubject } from '../../calls/subject.ts';
import { bytesOf, packed, unpacked } from './texts.ts';

/** Calls after which the SDK is told to forget what it holds for the plug-in: it keeps input and output of every call. */
const callsUntilReset = 1024;

/**
 * The rule as a plug-in of Extism, in the fastest way its SDK has: in this thread, without WASI, bytes in and bytes out, each
 * in a buffer of its own, which is then not copied, and functions named with their module, which then is not searched.
 */
export const openExtism: OpenSubject<'extism'> = async ({ plugin: file }, job, rows) => {
  if (job !== 'redact-rows' && job !== 'redact-packed') {
    throw new Error(`Extism has nothing like ${job}: a plug-in gets bytes and gives bytes`);
  }
  const plugin = await createPlugin(
    { wasm: [{ path: file, name: 'main' }] },
    { useWasi: false, runInWorker: false },
  );
  const byRow = job === 'redact-rows';
  const target: [string, string] = ['main', byRow ? 'redact_text' : 'redact_block'];
  const packets = rows.map((packet) => {
    const texts = packet.map(({ filename }) => filename);
    return byRow ? texts.map(bytesOf) : [packed(texts)];
  });

  let last = { number: 0, outputs: [] as (PluginOutput | null)[] };
  let rowsOut = 0;
  let calls = 0;
  return {
    async call(number) {
      const inputs = packets[number]!;
      const outputs: (PluginOutput | null)[] = [];
      for (const input of inputs) {
        outputs.push(await plugin.call(target, input));
        if (++calls % callsUntilReset === 0) await plugin.reset();
      }
      last = { number, outputs };
      rowsOut += rows[number]!.length;
    },
    rows() {
      const texts = byRow
        ? last.outputs.map((output) => output?.text() ?? '')
        : unpacked(last.outputs[0]!.bytes());
      return rows[last.number]!.map((row, place) => ({ ...row, filename: texts[place] }));
    },
    get rowsOut() {
      return rowsOut;
    },
    busyMs: undefined,
    async close() {
      await plugin.close();
      return 0n;
    },
  };
};
