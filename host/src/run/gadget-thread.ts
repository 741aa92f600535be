/** The thread of one gadget. It loads the gadget it is told of and answers calls, and so again for another instance, until it is ended. */
import { parentPort, workerData } from 'node:worker_threads';
import { CallMeter } from '../call-meter.ts';
import { Allowance } from '../component/bounds/allowance.ts';
import { AnsweringEnd } from '../isolate/answering-end.ts';
import type { ThreadEnds } from '../isolate/gadget-worker.ts';
import { errorRecord } from '../revive-error.ts';
import { mostFrames } from './backtrace.ts';
import { GuestCalls } from './guest-calls.ts';
import { fuelled, hooksOf, meteredHooks } from './hooks.ts';
import { linkComponent } from './link-component.ts';
import { type Loaded, type LoadMessage, optionalHooks } from './thread-protocol.ts';

// Reading the real one is slow, and the translated gadgets read it in every call.
process.env = { ...process.env };

// So many functions of a gadget that traps are told.
Error.stackTraceLimit = mostFrames;

const { turns, port } = workerData as ThreadEnds;
const end = new AnsweringEnd(turns, port);
let told = Promise.withResolvers<LoadMessage>();
parentPort!.on('message', (message: LoadMessage) => told.resolve(message));
parentPort!.postMessage('begun');
for (;;) {
  const load = await told.promise;
  told = Promise.withResolvers();
  await live(load);
}

/** One instance: tells what came of loading it, and answers calls until it is to leave. */
async function live(load: LoadMessage): Promise<void> {
  const { caps, fuel } = load.allowance;
  const allowance = new Allowance(caps, fuel);
  const calls = new GuestCalls(end, load, allowance);
  const meter = load.measuring && new CallMeter(load.name, load.measuring);
  const warnings: string[] = [];
  const answer = (loaded: Loaded): void => parentPort!.postMessage(loaded);
  try {
    const granted = load.modules.map(({ url, ...use }) => ({ ...use, provider: new URL(url) }));
    const instance = await linkComponent({ ...load.prepared, granted }, calls.guest, {
      name: load.name,
      bindings: load.bindings,
      meter,
      previewApi: load.previewApi,
      allowance,
      onWarning: (message) => warnings.push(message),
      watched: (work) => work(),
    });
    const found = fuelled(hooksOf(instance, load.name), allowance.fuel);
    const { early, earlyLeftOut } = calls;
    if (earlyLeftOut > 0) warnings.push(`${load.name}: ${earlyLeftOut} more messages while it was loaded`);
    answer({
      hooks: optionalHooks.filter((name) => found[name] !== undefined),
      memoryBytes: allowance.memoryBytes,
      warnings,
      messages: early,
    });
    calls.serve(meter === undefined ? found : meteredHooks(found, meter, allowance.fuel), meter);
  } catch (error) {
    answer({ error: errorRecord(error) });
  }
}
