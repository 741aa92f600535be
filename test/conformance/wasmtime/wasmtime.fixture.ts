/** For tests only: whether wasmtime is here, and runs of one gadget in it and in our own host. */
import {
  type Bindings,
  createRun,
  type FailureReport,
  type GadgetError,
  type GadgetSpec,
  type Platform,
  type PushedSource,
  type Row,
} from '@gadget-api/host';
import { afterAll } from 'vitest';
import { installWasmtime, type Wheel } from './install.ts';
import { wasmtimeGadget } from './instantiate.ts';

const { wheel, reason } = await installWasmtime();

/** Whether tests in wasmtime run: where it is, and always on CI, where they then fail with what is missing. */
export const wasmtimeTests: boolean = wheel !== undefined || (process.env['CI'] ?? '') !== '';
if (!wasmtimeTests) console.warn(`tests in wasmtime are skipped: ${reason}`);

/** What is played. */
export interface Play {
  params?: Record<string, string>;
  /** The source's name is `open` unless said otherwise. */
  source?: string;
  schema: PushedSource['schema'];
  packets: readonly (readonly Row[])[];
  platform?: Platform;
  /** How our own host calls. Default `direct`. */
  bindings?: Bindings;
}

/** What was seen of a gadget. */
export interface Seen {
  rows: Row[];
  logs: string[];
  /** Code of each failure after start. */
  failures: string[];
  /** Its text, of each failure after start. */
  words: string[];
  /** What start failed with. */
  error: GadgetError | undefined;
  handles: { peak: number; leaked: number; open: number };
}

/** How a gadget is put into a run. */
export type Way = Pick<GadgetSpec, 'component' | 'instantiate'>;

/** The wheel; throws with the reason when it is not here. */
export function wheelHere(): Wheel {
  if (wheel === undefined) throw new Error(reason);
  return wheel;
}

/** A component in wasmtime; ends with the tests of the file. */
export function inWasmtime(component: Uint8Array | string): Way {
  const { instantiate, close } = wasmtimeGadget(component, wheelHere());
  afterAll(close);
  return { instantiate };
}

/** Runs a gadget over packets and tells what was seen. */
export async function play(way: Way, what: Play): Promise<Seen> {
  const name = what.source ?? 'open';
  const rows: Row[] = [];
  const logs: string[] = [];
  const failures: FailureReport[] = [];
  const run = await createRun({
    maxRestarts: 0,
    gadgets: [{ name: 'guest', ...way, params: what.params ?? {} }],
    sources: { [name]: { schema: what.schema } },
    outputs: [
      {
        fields: (source) => source.fields,
        write: (packet) => void rows.push(...packet.rows()),
        close: () => {},
      },
    ],
    logLevel: 'trace',
    onLog: ({ level, message }) => logs.push(`${level} ${message}`),
    onFailure: (failure) => failures.push(failure),
    bindings: what.bindings,
    platform: what.platform,
  });
  let error: GadgetError | undefined;
  try {
    await run.start();
    for (const packet of what.packets) await run.source(name).push(packet);
  } catch (thrown) {
    error = thrown as GadgetError;
  }
  const { stats } = await run.close();
  const { handlesPeak: peak, handlesLeaked: leaked, handlesOpen: open } = stats.gadgets[0]!;
  return {
    rows,
    logs,
    failures: failures.map((each) => each.error.code),
    words: failures.map((each) => each.error.message),
    error,
    handles: { peak, leaked, open },
  };
}
