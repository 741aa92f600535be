import * as bindings from 'gadget:api/clock@1.0.0';
import type { RawClock } from '../raw.ts';

/** The interface `clock` as the component imports it. */
export const clock: RawClock = bindings;
