import * as bindings from 'gadget:api/timer';
import type { RawTimer } from '../raw.ts';

/** The interface `timer` as the component imports it. */
export const timer: RawTimer = bindings;
