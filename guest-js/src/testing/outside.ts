/**
 * While a hook of a native instance runs, `console`, `Date`, `performance` and `Math.random` are what they are in a
 * component: the gadget's log, and the host's clock and seeds. While the host is called, they are Node's again.
 */
import { console as gadgetConsole } from '../globals/console.ts';
import { Date as GadgetDate } from '../globals/date.ts';
import { performance as gadgetPerformance } from '../globals/performance.ts';
import { random } from '../random.ts';

interface Globals {
  console: unknown;
  Date: unknown;
  performance: unknown;
  random: () => number;
}

function swap(next: Globals): Globals {
  const realm = globalThis as unknown as Record<string, unknown>;
  const before = {
    console: realm.console,
    Date: realm.Date,
    performance: realm.performance,
    random: Math.random,
  };
  for (const name of ['console', 'Date', 'performance'] as const)
    Object.defineProperty(realm, name, {
      value: next[name],
      writable: true,
      configurable: true,
      enumerable: false,
    });
  Math.random = next.random;
  return before;
}

let outer: Globals | undefined;

/** Runs a hook with the globals that a gadget has. */
export function inside<T>(body: () => T): T {
  if (outer !== undefined) return body();
  outer = swap({ console: gadgetConsole, Date: GadgetDate, performance: gadgetPerformance, random });
  try {
    return body();
  } finally {
    swap(outer);
    outer = undefined;
  }
}

/** Runs a function of the host, which a hook called, with the globals that the host had. */
export function outside<T>(body: () => T): T {
  if (outer === undefined) return body();
  const own = outer;
  outer = undefined;
  const gadgets = swap(own);
  try {
    return body();
  } finally {
    swap(gadgets);
    outer = own;
  }
}
