import * as bindings from 'gadget:api/clock';
import type { RawClock } from '../raw.ts';

/** The interface `clock` as the component imports it. */
export const clock: RawClock = bindings;
