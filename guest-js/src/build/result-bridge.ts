/**
 * Cheaper results for QuickJS gadgets.
 *
 * For each call to a function that answers a `result`, componentize-qjs makes an object `{ tag, val }` and takes it apart at once, to
 * return the value or throw the error: nearly half the time of a call with a short value. Here such functions are declared to its runtime
 * as if they answered the value alone. What succeeds comes to JavaScript as it is; what fails is returned as `{ tag: 'err', val }`
 * instead of thrown. `ok` and `fail` in api-error.ts are the other half.
 *
 * The runtime module learns of functions from a table in memory, the `wit_t` of wit-dylib 0.258 (its wit_dylib.h), which is changed
 * here before the runtime sees it. Exports of the component are in another table and stay as they are.
 */
import type { CoreModule } from './core-module.ts';
import { i32, op } from './wasm-op.ts';

const exported = { initialize: 'wit_dylib_initialize', pushResult: 'wit_dylib_push_result' } as const;

/** Where things are in `wit_t`. */
const wit = { importCount: 4, imports: 8, results: 80 } as const;
/** Where things are in `wit_import_func_t`. */
const witImport = { result: 28, size: 40 } as const;
/** Where things are in `wit_result_t`. */
const witResult = { ok: 8, size: 16 } as const;
/** A type is a number: what it is in the lowest byte, and which one of these above. */
const resultKind = 22;

/** Changes the runtime module. Throws when it lacks what this needs. */
export function bridgeResults(runtime: CoreModule): void {
  const initialize = runtime.exported(exported.initialize);
  const pushResult = runtime.exported(exported.pushResult);
  runtime.export(exported.initialize, runtime.addFunction(initialize.type, declareOk(initialize.index)));
  runtime.export(exported.pushResult, runtime.addFunction(pushResult.type, onlyErrors(pushResult.index)));
}

/** `(wit: i32) -> ()`: an imported function that answers a `result` gets its `ok` as what it answers. */
function declareOk(original: number): number[] {
  const [table, left, current] = [0, 1, 2];
  return [
    ...[1, 2, i32],
    ...[...op.get(table), ...op.load(wit.importCount), ...op.set(left)],
    ...[...op.get(table), ...op.load(wit.imports), ...op.set(current)],
    ...[...op.block, ...op.loop],
    ...[...op.get(left), op.isZero, ...op.branchIf(1)],
    ...[...op.get(current), ...op.loadByte(witImport.result), ...op.i32(resultKind), op.equal],
    ...op.if,
    ...op.get(current),
    ...[...op.get(table), ...op.load(wit.results)],
    ...[...op.get(current), ...op.load(witImport.result), ...op.i32(8), op.shiftRight],
    ...[...op.i32(witResult.size), op.multiply, op.add, ...op.load(witResult.ok)],
    ...op.store(witImport.result),
    op.end,
    ...[...op.get(current), ...op.i32(witImport.size), op.add, ...op.set(current)],
    ...[...op.get(left), ...op.i32(1), op.subtract, ...op.set(left)],
    ...[...op.branch(0), op.end, op.end],
    ...[...op.get(table), ...op.call(original), op.end],
  ];
}

/** `(context: i32, type: i32, isError: i32) -> ()`: the value of what succeeded is on the runtime's stack already. */
function onlyErrors(original: number): number[] {
  const [context, type, isError] = [0, 1, 2];
  return [
    0,
    ...[...op.get(isError), ...op.if],
    ...[...op.get(context), ...op.get(type), ...op.get(isError), ...op.call(original)],
    ...[op.end, op.end],
  ];
}
