import type { Context, CoreFunction } from './context.ts';
import { fastColumns } from './fast/columns.ts';
import { fastLists } from './fast/lists.ts';
import { fastNumbers } from './fast/numbers.ts';
import { fastText } from './fast/text.ts';
import { fastTextColumns } from './fast/text-columns.ts';
import { datasourceImports } from './imports/datasource.ts';
import { fieldColumnImports } from './imports/field-columns.ts';
import { fieldDescriptionImports } from './imports/field-description.ts';
import { fieldRowImports } from './imports/field-rows.ts';
import { listsImports } from './imports/lists.ts';
import { packetImports } from './imports/packet.ts';
import * as small from './imports/small.ts';

/** Core functions by their names in a core module. */
export type CoreFunctions = Readonly<Record<string, CoreFunction>>;

/** `gadget:api` 1.x at core level: by interface as this host offers it, the functions and the drops of resources. */
export function coreImportsV1(cx: Context): Readonly<Record<string, CoreFunctions>> {
  return {
    'gadget:api/types@1.1.0': {},
    'gadget:api/logging@1.1.0': small.loggingImports(cx),
    'gadget:api/packet@1.1.0': packetImports(cx),
    'gadget:api/field@1.1.0': fieldImports(cx),
    'gadget:api/datasource@1.1.0': datasourceImports(cx),
    'gadget:api/lists@1.1.0': listsFunctions(cx),
    'gadget:api/params@1.1.0': small.paramsImports(cx),
    'gadget:api/clock@1.1.0': small.clockImports(cx),
    'gadget:api/random@1.1.0': small.randomImports(cx),
    'gadget:api/timer@1.1.0': small.timerImports(cx),
    'gadget:api/handles@1.1.0': small.handlesImports(cx),
  };
}

function listsFunctions(cx: Context): CoreFunctions {
  const slow = listsImports(cx);
  return { ...slow, ...fastLists(cx, slow) };
}

function fieldImports(cx: Context): CoreFunctions {
  const slow = { ...fieldDescriptionImports(cx), ...fieldRowImports(cx), ...fieldColumnImports(cx) };
  return {
    ...slow,
    ...fastNumbers(cx, slow),
    ...fastText(cx, slow),
    ...fastColumns(cx, slow),
    ...fastTextColumns(cx, slow),
  };
}
