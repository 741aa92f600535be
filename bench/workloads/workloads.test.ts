import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Components } from '../components.ts';
import { Installed } from '../installed.ts';
import { makeScratch, type Scratch } from '../scratch.ts';
import type { Bench, Variant } from '../workload.ts';
import { workloads } from './index.ts';
import { rowsRedact } from './rows-redact.ts';

it('have names, variants and baselines of their own', () => {
  const names = workloads.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const { name, variants, baselines = [], metrics } of workloads) {
    const own = variants.map((variant) => variant.name);
    expect(new Set(own).size, name).toBe(own.length);
    expect(own, name).toEqual(expect.arrayContaining([...baselines]));
    expect(new Set(baselines).size, name).toBe(baselines.length);
    const known = metrics.map((metric) => metric.name);
    expect(known, name).toEqual(
      expect.arrayContaining(variants.flatMap(({ goals }) => Object.keys(goals ?? {}))),
    );
  }
});

describe('rows-redact', () => {
  let scratch: Scratch;
  let bench: Bench;
  const variant = (name: string): Variant => rowsRedact.variants.find((each) => each.name === name)!;
  beforeAll(async () => {
    scratch = await makeScratch();
    const { folder } = scratch;
    bench = { scratch, components: new Components(folder), installed: new Installed(folder) };
  });
  afterAll(() => scratch.remove());

  it.each(['plain JavaScript', 'TypeScript, by column', 'Rust, packed'])('is proven: %s', async (name) => {
    await expect(variant(name).prove(bench)).resolves.toBeUndefined();
  });

  it('is not proven by a gadget that changes nothing', async () => {
    const idle = { file: () => bench.components.file('gadgets/hello') } as unknown as Components;
    const proof = variant('TypeScript, by column').prove({ ...bench, components: idle });
    await expect(proof).rejects.toThrow(/came out as .*, not/);
  });
});
