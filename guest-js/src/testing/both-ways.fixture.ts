/** For tests of this package: a fixture's TypeScript and its component do the same. Not part of the package. */
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import type { Gadget } from '../define-gadget.ts';
import { buildGadget } from '../build/index.ts';
import type { GadgetUnderTest, TestResult } from './index.ts';

/** The folder of a fixture. */
export function fixture(name: string): string {
  return fileURLToPath(new URL(`../../fixtures/${name}`, import.meta.url));
}

/** Runs the fixture both ways, compares, and answers what the TypeScript did. */
export type BothWays = (run: (gadget: GadgetUnderTest) => Promise<TestResult>) => Promise<TestResult>;

/** Builds the fixture once. */
export async function bothWays(name: string, source: Gadget): Promise<BothWays> {
  const { component } = await buildGadget(fixture(name));
  return async (run) => {
    const native = await run(source);
    expect(comparable(await run(component))).toEqual(comparable(native));
    return native;
  };
}

/** What must be the same: all but the stacks of errors. */
function comparable({ rows, packets, logs, error, failures: failed }: TestResult): unknown {
  const first = (text: string | undefined): string | undefined => text?.split('\n')[0];
  return {
    rows,
    packets,
    logs,
    error: error && [error.code, first(error.message)],
    failed: failed.map(({ hook, error: one, rows: lost }) => [hook, one.code, first(one.message), lost]),
  };
}
