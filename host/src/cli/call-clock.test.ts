import { expect, test } from 'vitest';
import { type CallMemory, callWatch, createCallMemory, Deadline, sharedNow } from './call-clock.ts';

const limits = {
  instantiate: 1000,
  init: 400,
  start: 400,
  'on-packet': 300,
  'on-tick': 300,
  'on-loss': 300,
  stop: 400,
};

interface Watched {
  memory: CallMemory;
  deadline: Deadline;
  enter(place: number, hook: string, at: number): void;
  leave(): void;
}

/** Times are milliseconds since the deadline was made. */
function watched(
  ...all: (typeof limits)[]
): Watched & { check: (at: number) => ReturnType<Deadline['check']> } {
  const memory = createCallMemory();
  const origin = sharedNow();
  const watch = callWatch(memory);
  const deadline = new Deadline(memory, all, origin);
  // The watch has the times of this thread's own clock.
  const here = performance.now() - (sharedNow() - origin);
  return {
    memory,
    deadline,
    enter: (place, hook, at) => watch.enter(place, hook, here + at),
    leave: () => watch.leave(),
    check: (at) => deadline.check(origin + at),
  };
}

test('a call that goes on for too long is named, when its time is up and not before', () => {
  const { deadline, enter, check } = watched(limits, limits, limits);
  expect(check(200)).toBeUndefined();
  expect(deadline.nextMs).toBe(250);
  enter(2, 'on-packet', 300);
  expect(check(450)).toBeUndefined();
  // As its begin is known, however late it was seen.
  expect(deadline.nextMs).toBeCloseTo(150, 0);
  expect(check(598)).toBeUndefined();
  expect(deadline.nextMs).toBeCloseTo(2, 0);
  expect(check(602)).toEqual({ place: 2, hook: 'on-packet', limitMs: 300 });
});

test('loading is told apart, and has a time of its own', () => {
  const { deadline, enter, leave, check } = watched(limits);
  expect(deadline.loading).toBe(false);
  enter(-1, 'load', 0);
  expect(deadline.loading).toBe(true);
  for (let at = 0; at < 20_000; at += 250) expect(check(at)).toBeUndefined();
  leave();
  enter(0, 'init', 20_000);
  expect(deadline.loading).toBe(false);
});

test('many calls that each return are fine, and so is the time between them', () => {
  const { deadline, enter, leave, check } = watched(limits);
  for (let at = 0; at < 10_000; at += 1000) {
    enter(0, 'init', at);
    expect(check(at + 390)).toBeUndefined();
    leave();
    enter(0, 'init', at + 395);
    expect(check(at + 785)).toBeUndefined();
    leave();
    expect(check(at + 900)).toBeUndefined();
    expect(deadline.nextMs).toBe(250);
  }
});

test('time in which the process stood still does not count', () => {
  const { deadline, enter, check } = watched({ ...limits, init: 1000 });
  enter(0, 'init', 100);
  // Nobody looked for a minute: half a second of it may have been the gadget's.
  expect(check(60_000)).toBeUndefined();
  expect(deadline.nextMs).toBe(250);
  expect(check(120_000)).toEqual({ place: 0, hook: 'init', limitMs: 1000 });
});

test('each gadget has deadlines of its own, and the shortest says how often to look', () => {
  const { deadline, enter, leave, check } = watched(limits, { ...limits, 'on-tick': 40 });
  expect(deadline.nextMs).toBe(40);
  enter(0, 'on-tick', 0);
  check(40);
  expect(check(280)).toBeUndefined();
  leave();
  enter(1, 'on-tick', 300);
  check(320);
  expect(check(341)).toEqual({ place: 1, hook: 'on-tick', limitMs: 40 });
});

test('what the other thread writes while this one looks is not taken for a call that goes on', () => {
  const { memory, enter, leave, check } = watched(limits);
  enter(0, 'init', 0);
  check(200);
  leave();
  check(450);
  // The hook is there and the sequence not yet.
  memory.calls[2] = 3;
  expect(check(900)).toBeUndefined();
});
