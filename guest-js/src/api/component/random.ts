import * as bindings from 'gadget:api/random';
import type { RawRandom } from '../raw.ts';

/** The interface `random` as the component imports it. */
export const random: RawRandom = bindings;
