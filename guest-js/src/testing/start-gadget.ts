import {
  createRun,
  type FailureReport,
  type FieldType,
  type GadgetError,
  type GadgetSpec,
  type LogLevel,
  type Output,
  type Run,
} from '@gadget-api/host';
import { type Gadget, isGadget } from '../define-gadget.ts';
import type { Delivery } from '../source.ts';
import { fakeClock, type FakeClock } from './fake-clock.ts';
import { nativeGadget } from './native-gadget.ts';

/** A gadget under test: the default export of its module, or its built component as bytes or as the path of a file. */
export type GadgetUnderTest = Gadget | Uint8Array | string;

/** A row, keyed by field name; 64-bit whole numbers are bigints, and what is unset is left out. */
export type TestRow = Record<string, unknown>;

/** How to run a gadget under test. */
export interface TestOptions {
  /** The sources that the gadget finds: by name, the kind of each field, `text[]` for lists of text. Default: none. */
  schema?: Readonly<Record<string, Readonly<Record<string, FieldType>>>>;
  /** How these sources deliver. Default: `events`. */
  delivery?: Exclude<Delivery, 'other'>;
  /** Parameters. Defaults that gadget.yaml declares are not known here. */
  params?: Readonly<Record<string, string>>;
  /** The clock that `Date`, `every` and the rest go by. Default: a new one. */
  clock?: FakeClock;
  /** The least urgent lines of the log to keep. Default: `trace`, which is all. */
  logLevel?: LogLevel;
  /** What becomes of a packet on which the gadget fails. Default: `discard`. */
  onFailure?: GadgetSpec['onFailure'];
}

/** A line of the log. */
export interface TestLine {
  level: LogLevel;
  message: string;
  /** Details, where the gadget gave some with `logWith`: whole numbers that it gave as bigints are bigints. */
  attributes?: Record<string, boolean | bigint | number | string>;
}

/** What came out. */
export interface TestResult {
  /** Rows that left the chain, by source; sources that gadgets created included. */
  rows: Record<string, TestRow[]>;
  /** The same, packet by packet. */
  packets: Record<string, TestRow[][]>;
  /** What the gadget logged, in order. */
  logs: TestLine[];
  /** The first failure: of init, start, or any call. */
  error?: GadgetError;
  /** Every failed call after start. */
  failures: FailureReport[];
}

/** A gadget under test that runs. */
export interface TestRun {
  readonly clock: FakeClock;
  /** Sends rows; resolves when they are through. `source` can be left out when there is one. */
  push(rows: readonly TestRow[], source?: string): Promise<void>;
  /**
   * Says that so many rows of a source never came, as a source that cannot keep up does; the gadget hears of it before the next rows
   * or when it stops. `source` can be left out when there is one.
   */
  lost(rows: number, source?: string): void;
  /** What came out so far. */
  readonly result: TestResult;
  /** Stops the gadget. */
  stop(): Promise<TestResult>;
}

/**
 * Starts one gadget by itself, in a run like any other but for the clock. A failing init or start does not throw: it is
 * the result's `error`.
 */
export async function startGadget(gadget: GadgetUnderTest, options: TestOptions = {}): Promise<TestRun> {
  const clock = options.clock ?? fakeClock();
  const { schema = {}, delivery = 'events', onFailure } = options;
  const result: TestResult = { rows: {}, packets: {}, logs: [], failures: [] };
  const run = await createRun({
    gadgets: [
      {
        name: 'gadget',
        ...(isGadget(gadget) ? { instantiate: nativeGadget(gadget) } : { component: gadget }),
        ...(onFailure !== undefined && { onFailure }),
      },
    ],
    sources: Object.fromEntries(
      Object.entries(schema).map(([name, fields]) => [name, { schema: fields, delivery }]),
    ),
    outputs: [collector(result)],
    params: options.params ?? {},
    platform: clock.platform,
    logLevel: options.logLevel ?? 'trace',
    onLog: ({ gadget: from, level, message, attributes }) => {
      if (from === undefined) return;
      const details = attributes?.map(({ key, value }) => [key, value] as const);
      result.logs.push({ level, message, ...(details && { attributes: Object.fromEntries(details) }) });
    },
    onFailure: (report) => result.failures.push(report),
  });
  const started = await begin(run, result);
  return {
    clock,
    result,
    async push(rows, source) {
      const input = run.source(source ?? onlyOf(schema));
      if (started) await input.push(rows);
    },
    lost(rows, source) {
      const input = run.source(source ?? onlyOf(schema));
      if (started) input.lost(rows);
    },
    async stop() {
      const { failure } = await run.close();
      if (failure !== undefined) result.error ??= failure;
      return result;
    },
  };
}

async function begin(run: Run, result: TestResult): Promise<boolean> {
  try {
    await run.start();
    return true;
  } catch (error) {
    result.error = error as GadgetError;
    return false;
  }
}

function collector(result: TestResult): Output {
  return {
    fields: (source) => source.fields,
    write(packet) {
      const rows = [...packet.rows()];
      (result.packets[packet.source.name] ??= []).push(rows);
      (result.rows[packet.source.name] ??= []).push(...rows);
    },
    close() {},
  };
}

function onlyOf(schema: object): string {
  const [only, ...others] = Object.keys(schema);
  if (only === undefined || others.length > 0)
    throw new Error(
      `say which source the rows are for: the schema has ${others.length + Number(only !== undefined)}`,
    );
  return only;
}
