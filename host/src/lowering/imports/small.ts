/** The interfaces without resources: logging, params, clock, random, timer, handles. Types have no functions. */
import * as clock from '../../api/clock.ts';
import * as handles from '../../api/handles.ts';
import * as logging from '../../api/logging.ts';
import * as params from '../../api/params.ts';
import * as random from '../../api/random.ts';
import * as timer from '../../api/timer.ts';
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
  return {
    wall: cx.guarded(() => clock.wall(cx.guest)),
    monotonic: cx.guarded(() => clock.monotonic(cx.guest)),
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
  return {
    every: cx.guarded((milliseconds: number, ret: number) => {
      cx.result(
        ret,
        narrow,
        () => timer.every(guest, milliseconds >>> 0),
        (id, at) => {
          memory.u32[at >>> 2] = id;
        },
      );
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
