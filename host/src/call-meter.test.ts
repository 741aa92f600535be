import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CallMeter, measuringCost } from './call-meter.ts';

/** A clock that only moves when it is told to. */
let now = 0;
beforeEach(() => {
  now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
});
afterEach(() => vi.restoreAllMocks());

function work(ms: number): () => void {
  return () => void (now += ms);
}

const free = { inside: 0, whole: 0 };

test('calls inside a hook are part of its time, and told apart', () => {
  const meter = new CallMeter('g', free);
  const get = meter.wrap('field.get-u32', work(2));
  const log = meter.wrap('logging.log', work(5));
  const onPacket = meter.wrapHook('on-packet', () => {
    now += 10;
    get();
    get();
    log();
  });
  onPacket();
  onPacket();
  expect(meter.snapshot()).toEqual({
    name: 'g',
    hooks: [{ name: 'on-packet', calls: 2, ms: 38, apiMs: 18 }],
    functions: [
      { name: 'logging.log', calls: 2, ms: 10, bytesIn: undefined, bytesOut: undefined },
      { name: 'field.get-u32', calls: 4, ms: 8, bytesIn: undefined, bytesOut: undefined },
    ],
  });
});

test('what measuring costs is taken off', () => {
  const meter = new CallMeter('g', { inside: 0.25, whole: 1 });
  const get = meter.wrap('field.get-u32', work(2.25), () => void (now += 4));
  meter.wrapHook('init', () => {
    // The rest of what measuring costs is outside of the call, but inside of the hook.
    get();
    now += 0.75 + 10 + 0.25;
  })();
  const [hook] = meter.snapshot().hooks;
  expect(hook).toEqual({ name: 'init', calls: 1, ms: 12, apiMs: 2 });
  expect(meter.snapshot().functions[0]!.ms).toBe(2);
});

test('rows and steps of a hook are counted, of calls that throw, too', () => {
  const meter = new CallMeter('g', free);
  const fuel = { used: 1000 };
  const hook = meter.wrapHook(
    'on-packet',
    (rows: number, steps: number) => {
      fuel.used += steps;
      if (rows === 0) throw new Error('none');
    },
    { rows: (rows) => rows, fuel },
  );
  hook(3, 10);
  expect(() => hook(0, 5)).toThrow('none');
  hook(4, 0);
  expect(meter.snapshot().hooks[0]).toMatchObject({ calls: 3, rows: 7, steps: 15 });
  // Of another instance of it, which has fuel of its own.
  const more = { used: 0 };
  meter.wrapHook('on-packet', () => (more.used += 100), { rows: () => 2, fuel: more })();
  expect(meter.snapshot().hooks[0]).toMatchObject({ calls: 4, rows: 9, steps: 115 });
});

test('no time is below zero', () => {
  const meter = new CallMeter('g', { inside: 5, whole: 9 });
  const get = meter.wrap('field.get-u32', work(1));
  meter.wrapHook('init', get)();
  expect(meter.snapshot()).toMatchObject({ hooks: [{ ms: 0, apiMs: 0 }], functions: [{ ms: 0 }] });
});

test('calls that throw count, and what they carried does not', () => {
  const meter = new CallMeter('g', free);
  const count = vi.fn<() => void>();
  const get = meter.wrap(
    'field.get-u32',
    () => {
      now += 3;
      throw new Error('no');
    },
    count,
  );
  expect(meter.wrapHook('init', get)).toThrow('no');
  expect(meter.snapshot()).toMatchObject({ hooks: [{ calls: 1, ms: 3 }], functions: [{ calls: 1, ms: 3 }] });
  expect(count).not.toHaveBeenCalled();
});

test('arguments and answer pass, and hooks are in the order of a run', () => {
  const meter = new CallMeter('g', free);
  const sum = meter.wrap('x', (a: number, b: number) => a + b);
  expect(sum(2, 3)).toBe(5);
  for (const hook of ['stop', 'on-packet', 'on-tick', 'on-loss', 'init']) meter.wrapHook(hook, sum)(1, 1);
  meter.wrapHook('start', sum);
  expect(meter.snapshot().hooks.map(({ name }) => name)).toEqual([
    'init',
    'on-loss',
    'on-packet',
    'on-tick',
    'stop',
  ]);
});

test('the cost is found by trying, and is no more inside of a call than around it', () => {
  vi.restoreAllMocks();
  const { inside, whole } = measuringCost();
  expect(inside).toBeGreaterThan(0);
  expect(whole).toBeGreaterThanOrEqual(inside);
});
