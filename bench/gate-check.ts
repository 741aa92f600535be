import type { Gate } from './gates.ts';
import { short, withUnit } from './numbers.ts';
import type { ReportedWorkload } from './report.ts';

/** What became of a gate. */
export interface GateResult {
  gate: Gate;
  passed: boolean;
  /** What was found, or why nothing was. */
  finding: string;
}

/** Holds the gates of these workloads against them. What a gate names and did not run, or not soundly, fails it. */
export function checkGates(gates: readonly Gate[], workloads: readonly ReportedWorkload[]): GateResult[] {
  return workloads.flatMap((workload) =>
    gates.filter((gate) => gate.workload === workload.name).map((gate) => checkGate(gate, workload)),
  );
}

function checkGate(gate: Gate, workload: ReportedWorkload): GateResult {
  const metric = workload.metrics.find(({ name }) => name === gate.metric);
  if (metric === undefined) return { gate, passed: false, finding: `${gate.metric} was not measured` };
  const best: number[] = [];
  for (const name of [gate.variant, gate.than]) {
    const variant = workload.variants.find((each) => each.name === name);
    const summary = variant?.failure === undefined ? variant?.metrics[gate.metric] : undefined;
    if (summary === undefined) {
      const how = variant === undefined ? 'did not run' : `has no sound ${gate.metric}`;
      return { gate, passed: false, finding: `${name} ${how}` };
    }
    best.push(summary.best);
  }
  const [value, compared] = best as [number, number];
  const ratio = value / compared;
  // Not `ratio > atMost`: what is not a number passes nothing.
  const passed = ratio <= gate.atMost;
  const numbers = `${withUnit(value, metric)} ÷ ${withUnit(compared, metric)}`;
  const sign = passed ? '≤' : 'not ≤';
  return { gate, passed, finding: `${numbers} = ${short(ratio)}, ${sign} ${gate.atMost}` };
}

/** Results as lines; those that failed with the reason for their number. */
export function gateText(results: readonly GateResult[]): string {
  const lines = results.flatMap(({ gate, passed, finding }) => [
    `  ${passed ? 'passed' : 'FAILED'} ${gate.workload}, ${gate.metric}: ${gate.variant} ÷ ${gate.than}: ${finding}`,
    ...(passed ? [] : [`         why ${gate.atMost}: ${gate.why}`]),
  ]);
  return ['gates: best rounds', ...lines].join('\n');
}
