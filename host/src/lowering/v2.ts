import type { Context } from './context.ts';
import { datasourceImportsV2 } from './imports-v2/datasource.ts';
import { fieldImportsV2 } from './imports-v2/field.ts';
import { packetImportsV2 } from './imports-v2/packet.ts';
import * as small from './imports/small.ts';
import type { CoreFunctions } from './v1.ts';

type Log = (...args: number[]) => number | bigint | void;

/**
 * `gadget:api` 2.0, its preview, at core level. `cx` is this major's own, with its form of errors; what is called as in 1.x is
 * made by the same functions.
 */
export function coreImportsV2(cx: Context): Readonly<Record<string, CoreFunctions>> {
  const { now } = small.clockImports(cx);
  return {
    'gadget:api/types@2.0.0-preview.1': {},
    'gadget:api/logging@2.0.0-preview.1': loggingImports(cx),
    'gadget:api/packet@2.0.0-preview.1': packetImportsV2(cx),
    'gadget:api/field@2.0.0-preview.1': fieldImportsV2(cx),
    'gadget:api/datasource@2.0.0-preview.1': datasourceImportsV2(cx),
    'gadget:api/params@2.0.0-preview.1': small.paramsImports(cx),
    'gadget:api/clock@2.0.0-preview.1': { now: now! },
    'gadget:api/random@2.0.0-preview.1': small.randomImports(cx),
    'gadget:api/timer@2.0.0-preview.1': small.timerImports(cx),
    'gadget:api/handles@2.0.0-preview.1': small.handlesImports(cx),
  };
}

function loggingImports(cx: Context): CoreFunctions {
  const { enabled, log: bare, 'log-with': detailed } = small.loggingImports(cx) as Record<string, Log>;
  const log: Log = (...args) => (args[4] === 0 ? bare! : detailed!)(...args);
  return { log, enabled: enabled! };
}
