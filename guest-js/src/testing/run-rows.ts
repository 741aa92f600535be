import {
  startGadget,
  type GadgetUnderTest,
  type TestOptions,
  type TestResult,
  type TestRow,
} from './start-gadget.ts';

/** How {@link runRows} runs a gadget. */
export interface RunRowsOptions extends TestOptions {
  /** The source that the rows are for. Default: the only one of the schema. */
  source?: string;
  /** Milliseconds that pass after the rows and before the gadget is stopped. Default: 0. */
  advance?: number;
}

/**
 * Runs a gadget over some rows, as one packet, and answers what came out: the same for the gadget's TypeScript and for its
 * built component.
 *
 * @example
 * const { rows } = await runRows(redact, [{ filename: '/home/ann/a.txt' }], { schema: { open: { filename: 'text' } } });
 * expect(rows.open).toEqual([{ filename: '/home/***\/a.txt' }]);
 */
export async function runRows(
  gadget: GadgetUnderTest,
  rows: readonly TestRow[],
  options: RunRowsOptions = {},
): Promise<TestResult> {
  const run = await startGadget(gadget, options);
  try {
    if (rows.length > 0) await run.push(rows, options.source);
    if (options.advance !== undefined) await run.clock.advance(options.advance);
  } finally {
    await run.stop();
  }
  return run.result;
}
