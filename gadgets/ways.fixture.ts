import type { Gadget } from '@gadget-api/guest';
import { buildGadget } from '@gadget-api/guest/build';
import { runRows, type RunRowsOptions, type TestResult, type TestRow } from '@gadget-api/guest/testing';

/** One way to run a gadget's tests. */
export interface Way {
  way: string;
  run(rows: readonly TestRow[], options: RunRowsOptions): Promise<TestResult>;
}

/** The two ways to run a gadget: its TypeScript as it is, and the component built from its folder. */
export function waysOf(folder: string, gadget: Gadget): Way[] {
  let component: Promise<Uint8Array> | undefined;
  return [
    { way: 'TypeScript', run: (rows, options) => runRows(gadget, rows, options) },
    {
      way: 'a component',
      run: async (rows, options) => {
        component ??= buildGadget(folder).then((built) => built.component);
        return runRows(await component, rows, options);
      },
    },
  ];
}
