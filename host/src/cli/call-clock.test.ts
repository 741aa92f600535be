import { expect, test } from 'vitest';
import { callWatch, createCallMemory, Deadline } from './call-clock.ts';

const limits = {
  instantiate: 100,
  init: 10,
  start: 10,
  'on-packet': 5,
  'on-tick': 5,
  'on-loss': 5,
  stop: 10,
};

test('a call that goes on for too long is named', () => {
  const memory = createCallMemory();
  const watch = callWatch(memory);
  const deadline = new Deadline(memory, [limits, limits, limits]);
  expect(deadline.check(1000)).toBeUndefined();
  watch.enter(2, 'on-packet');
  expect(deadline.check(1000)).toBeUndefined();
  expect(deadline.check(4)).toBeUndefined();
  expect(deadline.check(1)).toEqual({ place: 2, hook: 'on-packet', limitMs: 5 });
});

test('loading is told apart', () => {
  const memory = createCallMemory();
  const watch = callWatch(memory);
  const deadline = new Deadline(memory, [limits]);
  expect(deadline.loading).toBe(false);
  watch.enter(-1, 'load');
  expect(deadline.loading).toBe(true);
  watch.leave();
  watch.enter(0, 'init');
  expect(deadline.loading).toBe(false);
});

test('many calls that each return are fine, and so is the time between them', () => {
  const memory = createCallMemory();
  const watch = callWatch(memory);
  const deadline = new Deadline(memory, [limits]);
  for (let i = 0; i < 10; i++) {
    watch.enter(0, 'init');
    expect(deadline.check(9)).toBeUndefined();
    watch.leave();
    watch.enter(0, 'init');
    expect(deadline.check(9)).toBeUndefined();
    watch.leave();
    expect(deadline.check(900)).toBeUndefined();
    expect(deadline.check(900)).toBeUndefined();
  }
});

test('each gadget has deadlines of its own', () => {
  const memory = createCallMemory();
  const watch = callWatch(memory);
  const deadline = new Deadline(memory, [limits, { ...limits, init: 1000 }]);
  watch.enter(1, 'init');
  expect(deadline.check(0)).toBeUndefined();
  expect(deadline.check(999)).toBeUndefined();
  watch.leave();
  watch.enter(0, 'init');
  expect(deadline.check(0)).toBeUndefined();
  expect(deadline.check(10)).toEqual({ place: 0, hook: 'init', limitMs: 10 });
});
