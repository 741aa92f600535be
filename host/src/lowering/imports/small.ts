/** The interfaces without resources: logging, params, clock, random, timer, handles. Types have no functions. */
import * as clock from '../../api/clock.ts';
import * as handles from '../../api/handles.ts';
import * as logging from '../../api/logging.ts';
import * as params from '../../api/params.ts';
import * as random from '../../api/random.ts';
import * as timer from '../../api/timer.ts';
import { liftAttributes } from '../attributes.ts';
import { type Context, type CoreFunction, narrow } from '../context.ts';
import { levels, liftEnum } from '../enums.ts';
import { storeStrings } from '../lists.ts';
import { liftHead, liftString, storeString } from '../strings.ts';

type Functions = Record<string, CoreFunction>;

export function loggingImports(cx: Context): Functions {
  const { guest, state } = cx;
  return {
    log: cx.guarded((level: number, pointer: number, length: number) => {
      const severity = liftEnum(state, levels, level);
      logging.log(guest, severity, liftHead(cx, pointer, length, guest.limits.maxLogBytes));
    }),
    enabled: cx.guarded((level: number) => Number(logging.enabled(guest, liftEnum(state, levels, level)))),
    'log-with': cx.guarded((level: number, pointer: number, length: number, list: number, count: number) => {
      const severity = liftEnum(state, levels, level);
      const attributes = liftAttributes(cx, list, count);
      // Nobody sees the line: its texts are not even read.
      if (!logging.enabled(guest, severity)) return;
      const message = liftHead(cx, pointer, length, guest.limits.maxLogBytes);
      logging.logWith(guest, severity, message, attributes);
    }),
  };
}

export function paramsImports(cx: Context): Functions {
  const { guest, memory } = cx;
  return {
    get: cx.guarded((pointer: number, length: number, ret: number) => {
      const at = memory.range(ret, 12, 4);
      const value = params.get(guest, liftString(cx, pointer, length));
      if (value !== undefined) storeString(cx, value, at + 4);
      memory.u8[at] = value === undefined ? 0 : 1;
    }),
    all: cx.guarded((ret: number) => {
      storeStrings(cx, params.all(guest).flat(), 2, memory.range(ret, 8, 4));
    }),
  };
}

export function clockImports(cx: Context): Functions {
  const { memory } = cx;
  return {
    wall: cx.guarded(() => clock.wall(cx.guest)),
    monotonic: cx.guarded(() => clock.monotonic(cx.guest)),
    now: cx.guarded((ret: number) => {
      const at = memory.range(ret, 16, 8) >>> 3;
      const { wall, monotonic } = clock.now(cx.guest);
      memory.u64[at] = wall;
      memory.u64[at + 1] = monotonic;
    }),
  };
}

export function randomImports(cx: Context): Functions {
  const { guest, memory } = cx;
  return {
    seed: cx.guarded((ret: number) => {
      const at = memory.range(ret, 16, 8) >>> 3;
      const [low, high] = random.seed(guest);
      memory.u64[at] = low;
      memory.u64[at + 1] = high;
    }),
  };
}

export function timerImports(cx: Context): Functions {
  const { guest, memory } = cx;
  const storeId = (id: number, at: number): void => {
    memory.u32[at >>> 2] = id;
  };
  return {
    every: cx.guarded((milliseconds: number, ret: number) => {
      cx.result(ret, narrow, () => timer.every(guest, milliseconds >>> 0), storeId);
    }),
    once: cx.guarded((milliseconds: number, ret: number) => {
      cx.result(ret, narrow, () => timer.once(guest, milliseconds >>> 0), storeId);
    }),
    cancel: cx.guarded((id: number) => timer.cancel(guest, id >>> 0)),
  };
}

export function handlesImports(cx: Context): Functions {
  const { guest, memory } = cx;
  return {
    usage: cx.guarded((ret: number) => {
      const at = memory.range(ret, 12, 4) >>> 2;
      const { open, peak, limit } = handles.usage(guest);
      memory.u32[at] = open;
      memory.u32[at + 1] = peak;
      memory.u32[at + 2] = limit;
    }),
  };
}
