import type { CallMeter } from '../call-meter.ts';
import { shapes } from '../generated/shapes.ts';
import { functionName } from '../function-name.ts';
import { isPreview } from '../preview-version.ts';
import { bytesOfAnswer, bytesOfArguments, carriedBy } from './carried.ts';
import type { Context, CoreFunction } from './context.ts';
import type { CoreFunctions } from './v1.ts';

type Measured = (...args: (number | bigint)[]) => number | bigint | void;

/** The same imports, measured, with the bytes that each call carries. */
export function meteredImports(
  cx: Context,
  answers: Readonly<Record<string, CoreFunctions>>,
  meter: CallMeter,
): Record<string, CoreFunctions> {
  const metered: Record<string, CoreFunctions> = {};
  for (const [interfaceName, functions] of Object.entries(answers)) {
    const wrapped = Object.entries(functions).map(([name, call]) => [
      name,
      meteredFunction(cx, interfaceName, name, call, meter),
    ]);
    metered[interfaceName] = Object.fromEntries(wrapped) as CoreFunctions;
  }
  return metered;
}

function meteredFunction(
  cx: Context,
  interfaceName: string,
  name: string,
  call: CoreFunction,
  meter: CallMeter,
): CoreFunction {
  const shown = functionName(interfaceName, name);
  const tally = meter.tally(shown);
  const shape = shapes[interfaceName]?.[name];
  // Of a preview calls are counted and timed, and what they carry is not.
  if (!isPreview(interfaceName)) {
    tally.bytesIn = 0;
    tally.bytesOut = 0;
  }
  const carried = carriedBy(shape ?? '()');
  const { memory } = cx;
  const measured = call as unknown as Measured;
  if (carried === undefined) return meter.wrap(shown, measured);
  return meter.wrap(shown, measured, (count, args) => {
    count.bytesOut! += bytesOfArguments(carried, memory, args);
    if (carried.answer !== undefined)
      count.bytesIn! += bytesOfAnswer(carried, memory, Number(args[carried.ret]));
  });
}
