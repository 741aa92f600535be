import type { RawClock } from '../raw.ts';
import { nativeImport } from './imports.ts';

const get = (): RawClock => nativeImport('clock', 'the clock');

/** The interface `clock` of the running native instance. */
export const clock: RawClock = { wall: () => get().wall(), monotonic: () => get().monotonic() };
