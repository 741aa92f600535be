import { describe, expect, it } from 'vitest';
import { Refusal } from '../refusal.ts';
import type { Report } from '../report.ts';
import { workloads } from '../workloads/index.ts';
import { type Picture, picture } from './bars.ts';
import { draw, workloadsOf } from './draw.ts';
import { escaped } from './svg.ts';

/** What is wrong with a text as XML, or its tags in order. For what we write: no comments, no CDATA, no declarations. */
function tags(xml: string): string[] {
  const open: string[] = [];
  const seen: string[] = [];
  for (const [piece] of xml.trim().matchAll(/<[^<>]*>|[^<>]+|[<>]/g)) {
    const tag = /^<(\/?)([a-z]+)((?: [a-zA-Z:-]+="[^"<>]*")*)(\/?)>$/.exec(piece);
    if (tag === null) {
      if (/[<>]/.test(piece) || open.length === 0) throw new Error(`not XML: ${piece}`);
    } else if (tag[1] === '/') {
      if (open.pop() !== tag[2]) throw new Error(`${piece} closes another tag`);
    } else {
      const names = [...tag[3]!.matchAll(/ ([a-zA-Z:-]+)=/g)].map(([, name]) => name);
      if (new Set(names).size !== names.length) throw new Error(`an attribute twice: ${piece}`);
      seen.push(tag[2]!);
      if (tag[4] === '') open.push(tag[2]!);
    }
    if (/&(?!(?:amp|lt|gt|quot|#39);)/.test(piece)) throw new Error(`a bare & in ${piece}`);
  }
  if (open.length > 0) throw new Error(`still open: ${open.join(', ')}`);
  return seen;
}

const example: Picture = {
  title: 'A & B <of "them">',
  about: "shorter is better, isn't it?",
  legend: { ours: 'ours', peers: 'theirs' },
  scale: 'logarithmic',
  bars: [
    { label: 'quick & <dirty>', workload: 'w', variant: 'a', metric: 'time', peer: true },
    { label: 'slow', workload: 'w', variant: 'b', metric: 'time' },
  ],
};

function report(a: number, b: number): Report {
  const machine = {
    cpu: 'Example <1>',
    cores: 2,
    memoryGB: 24,
    system: 'Linux 6',
    node: 'v24.0.0',
    commit: 'abc',
    load: 1,
  };
  const variant = (name: string, median: number): Report['workloads'][number]['variants'][number] => ({
    name,
    metrics: { time: { best: median, median, rounds: [median, median, median] } },
    goals: {},
  });
  const metrics = [
    { name: 'time', unit: 'ns', better: 'lower' },
    { name: 'size', unit: 'KB', better: 'lower' },
  ] as const;
  const workload = {
    name: 'w',
    about: '',
    baselines: [],
    metrics,
    variants: [variant('a', a), variant('b', b)],
  };
  return { date: '2026-11-24T20:00:00.000Z', seconds: 9, machine, rounds: 3, workloads: [workload] };
}

/** Lengths of the bars in pixels, without the squares of the legend. */
function lengths(drawn: string): number[] {
  return [...drawn.matchAll(/<rect class="\w+" x="[\d.]+" y="\d+" width="([\d.]+)" height="20"/g)].map(
    ([, width]) => Number(width),
  );
}

describe('a picture', () => {
  it('is well-formed, whatever is in its texts, and needs nothing from elsewhere', () => {
    const drawn = draw(example, report(70, 4900));
    expect(new Set(tags(drawn))).toEqual(new Set(['svg', 'title', 'desc', 'style', 'text', 'rect', 'path']));
    expect(drawn).toContain('>A &amp; B &lt;of &quot;them&quot;&gt;</title>');
    expect(drawn).toContain('>quick &amp; &lt;dirty&gt;</text>');
    expect(drawn).toContain('Example &lt;1&gt;, 2 cores');
    expect(drawn.replace('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(
      /https?:|href|url\(|@import|<script/,
    );
  });

  it('tells values, machine, Node and date, and is described in words', () => {
    const drawn = draw(example, report(70, 4900));
    for (const words of [
      '>70 ns</text>',
      '>4.9 µs</text>',
      '>Node 24.0.0, commit abc, 24 November 2026; medians of 3 rounds<',
    ])
      expect(drawn).toContain(words);
    expect(drawn).toContain('slow: 4.9 µs.</desc>');
    expect(drawn).toContain('aria-labelledby="title desc"');
  });

  it('has bars as long as their values, on the scale that it names', () => {
    const linear = draw({ ...example, scale: 'linear' }, report(50, 200));
    expect(linear).toContain('linear scale, from zero');
    const [a, b] = lengths(linear);
    expect(b! / a!).toBeCloseTo(4, 1);
    const logarithmic = draw(example, report(100, 10_000));
    expect(logarithmic).toContain('logarithmic scale');
    const [c, d] = lengths(logarithmic);
    // From 10: one power of ten, and three.
    expect(d! / c!).toBeCloseTo(3, 1);
  });

  it.each([
    ['a variant that is missing', { variant: 'c' }],
    ['a metric that is missing', { metric: 'speed' }],
    ['a workload that is missing', { workload: 'x' }],
    ['a metric without a number', { metric: 'size' }],
  ])('is refused for %s', (_, wrong) => {
    const bars = [example.bars[0]!, { ...example.bars[1]!, ...wrong }];
    expect(() => draw({ ...example, bars }, report(1, 2))).toThrow(Refusal);
  });

  it('leaves out an extra that was not asked for, and nothing else', () => {
    const { bars } = example;
    const extra: Picture = { ...example, bars: [...bars, { ...bars[0]!, variant: 'c', extra: 'wasmtime' }] };
    expect(draw(extra, report(1, 10))).toBe(draw(example, report(1, 10)));
    const missing: Picture = { ...example, bars: [...bars, { ...bars[0]!, variant: 'c' }] };
    expect(() => draw(missing, report(1, 10))).toThrow(Refusal);
  });

  it('is refused for what is zero, failed, or of another unit', () => {
    expect(() => draw(example, report(0, 2))).toThrow('w, a has no sound time above zero');
    const failed = report(1, 2);
    failed.workloads[0]!.variants[1]!.failure = 'no rows';
    expect(() => draw(example, failed)).toThrow('w, b has no sound time above zero');
    const sized = report(1, 2);
    sized.workloads[0]!.variants[1]!.metrics['size'] = { best: 1, median: 1, rounds: [1] };
    const bars = [example.bars[0]!, { ...example.bars[1]!, metric: 'size' }];
    expect(() => draw({ ...example, bars }, sized)).toThrow('slow is in KB, not ns');
  });
});

it('is made of workloads, each named once', () => {
  expect(workloadsOf(example)).toEqual(['w']);
});

it('XML has no control characters', () => {
  expect(escaped('a\u0000\u001bb\ud800\tc')).toBe('ab\ufffd\tc');
});

it('names workloads, variants and metrics that there are, of one unit', () => {
  const units = picture.bars.map((bar) => {
    const workload = workloads.find(({ name }) => name === bar.workload);
    expect(workload?.variants.map(({ name }) => name)).toContain(bar.variant);
    return workload?.metrics.find(({ name }) => name === bar.metric)?.unit;
  });
  expect(units).not.toContain(undefined);
  expect(new Set(units).size).toBe(1);
});
