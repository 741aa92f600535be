import { expect, it } from 'vitest';
import { gates } from './gates.ts';
import { workloads } from './workloads/index.ts';

it.each(gates)('$workload, $variant by $than: names what there is, and a cost', (gate) => {
  const workload = workloads.find(({ name }) => name === gate.workload);
  const variants = workload?.variants.map(({ name }) => name);
  expect(variants).toEqual(expect.arrayContaining([gate.variant, gate.than]));
  expect(gate.variant).not.toBe(gate.than);
  expect(workload?.metrics.find(({ name }) => name === gate.metric)?.better).toBe('lower');
  expect(gate.atMost).toBeGreaterThan(0);
  expect(gate.why).not.toBe('');
});
