import { test } from 'vitest';
import type { Gadget } from '@gadget-api/guest';
import { buildGadget } from '@gadget-api/guest/build';
import { runRows, type RunRowsOptions, type TestResult, type TestRow } from '@gadget-api/guest/testing';

type Run = (rows: readonly TestRow[], options: RunRowsOptions) => Promise<TestResult>;

const built = new Map<string, Promise<Uint8Array>>();

/** One test of a gadget, twice: with its TypeScript as it is, and with the component built from its folder. */
export function bothWays(
  name: string,
  folder: string,
  gadget: Gadget,
  body: (run: Run) => Promise<void>,
): void {
  test(`${name} (TypeScript)`, () => body((rows, options) => runRows(gadget, rows, options)));
  test(`${name} (component)`, async () => {
    const component = await componentOf(folder);
    await body((rows, options) => runRows(component, rows, options));
  });
}

function componentOf(folder: string): Promise<Uint8Array> {
  let component = built.get(folder);
  if (component === undefined) {
    component = buildGadget(folder).then((result) => result.component);
    built.set(folder, component);
  }
  return component;
}
