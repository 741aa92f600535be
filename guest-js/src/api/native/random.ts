import type { RawRandom } from '../raw.ts';
import { nativeImport } from './imports.ts';

/** The interface `random` of the running native instance. */
export const random: RawRandom = { seed: () => nativeImport<RawRandom>('random', 'random numbers').seed() };
