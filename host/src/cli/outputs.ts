import { limitRows } from '../outputs/limit.ts';
import type { Output } from '../outputs/output.ts';
import { routeOutput } from '../outputs/route.ts';
import { Screen } from '../outputs/screen.ts';
import { fdSink } from '../outputs/sink.ts';
import type { RunPlan } from './plan.ts';
import { onScreen, type ScreenMemory } from './screen.ts';

/** The output of a run, on standard output. */
export interface RunOutput {
  output: Output;
  /** Somebody else is about to write to the terminal. */
  forget(): void;
}

/** Makes the output that `-o` asked for; `onFull` is called when `--max-rows` have been printed. */
export function createRunOutput(plan: RunPlan, memory: ScreenMemory, onFull: () => void): RunOutput {
  const sink = onScreen(fdSink(1), memory);
  const screen = new Screen(sink);
  const route = routeOutput(plan.outputs, sink, {
    screen,
    ...(plan.fields !== undefined && { fields: plan.fields }),
  });
  const output = plan.maxRows === undefined ? route : limitRows(route, plan.maxRows, onFull);
  return { output, forget: () => screen.forget() };
}
